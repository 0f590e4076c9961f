import { type Faults, isAddress, isObject, type JsonObject, listOf, shown } from './faults'
import { faultWords } from './fault-words'
import type { ForeignSelector } from './foreign-annotation'

/**
 * Read selectors (Web Annotation Data Model, section 4.2): those that speak of a text whole, the others
 * by name, so that what refines them is still found.
 */
export function readSelectors(value: unknown, faults: Faults): readonly ForeignSelector[] {
  return listOf(value).flatMap((selector) => {
    if (typeof selector === 'string') return readReference(selector, faults)
    if (isObject(selector))
      return isAlternatives(selector)
        ? readSelectors(selector['items'], faults)
        : readSelector(selector, faults)
    faults.add(faultWords.notResource('its selector', shown(selector)))
    return []
  })
}

function readReference(selector: string, faults: Faults): readonly ForeignSelector[] {
  if (isAddress(selector)) return [{ kind: 'other', type: selector, refinedBy: [] }]
  faults.add(faultWords.notAddress('its selector', shown(selector)))
  return []
}

function isAlternatives({ type, items }: JsonObject): boolean {
  return (
    Array.isArray(items) &&
    listOf(type).some((one) => one === 'Choice' || one === 'List' || one === 'Independents')
  )
}

function readSelector(selector: JsonObject, faults: Faults): readonly ForeignSelector[] {
  const type = listOf(selector['type']).find((one) => typeof one === 'string')
  const refinedBy = readSelectors(selector['refinedBy'], faults)
  switch (type) {
    case undefined:
      faults.add(faultWords.missing('its selector’s type'))
      return []
    case 'TextQuoteSelector':
      return readQuote(selector, refinedBy, faults)
    case 'TextPositionSelector':
      return readPosition(selector, refinedBy, faults)
    case 'DataPositionSelector':
      readPosition(selector, refinedBy, faults)
      break
    case 'RangeSelector':
      if ('startSelector' in selector || 'endSelector' in selector)
        return readRange(selector, refinedBy, faults)
      break
    case 'FragmentSelector':
    case 'CssSelector':
    case 'XPathSelector':
      faults.required(selector, 'value', `its ${type}’s`)
      break
    case 'SvgSelector':
      faults.text(selector, 'value', 'its SvgSelector’s')
      break
  }
  return [{ kind: 'other', type: String(type), refinedBy }]
}

function readQuote(
  selector: JsonObject,
  refinedBy: readonly ForeignSelector[],
  faults: Faults
): readonly ForeignSelector[] {
  const whose = 'its TextQuoteSelector’s'
  const exact = faults.required(selector, 'exact', whose)
  const prefix = faults.text(selector, 'prefix', whose) ?? ''
  const suffix = faults.text(selector, 'suffix', whose) ?? ''
  if (exact === null) return []
  // Programs that count in UTF-16 cut their context in the middle of a character.
  const quote = { exact, prefix: prefix.replace(/^\uFFFD/u, ''), suffix: suffix.replace(/\uFFFD$/u, '') }
  if (exact.trim() === '') return [{ kind: 'other', type: 'TextQuoteSelector', refinedBy }]
  return [{ kind: 'quote', quote, refinedBy }]
}

function readPosition(
  selector: JsonObject,
  refinedBy: readonly ForeignSelector[],
  faults: Faults
): readonly ForeignSelector[] {
  const [start, end] = ['start', 'end'].map((name) => readOffset(selector, name, faults))
  if (start == null || end == null) return []
  if (start > end) {
    faults.add(faultWords.backwards(start, end))
    return []
  }
  if (start === end) return [{ kind: 'other', type: 'TextPositionSelector', refinedBy }]
  return [{ kind: 'position', start, end, refinedBy }]
}

function readOffset(selector: JsonObject, name: string, faults: Faults): number | null {
  const value = selector[name]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  faults.add(
    value === undefined
      ? faultWords.missing(`its position’s ${name}`)
      : faultWords.notOffset(`its position’s ${name}`, shown(value))
  )
  return null
}

function readRange(
  selector: JsonObject,
  refinedBy: readonly ForeignSelector[],
  faults: Faults
): readonly ForeignSelector[] {
  for (const name of ['startSelector', 'endSelector']) {
    if (!isObject(selector[name])) faults.add(faultWords.missing(`its RangeSelector’s ${name}`))
  }
  const from = readSelectors(selector['startSelector'], faults)
  const to = readSelectors(selector['endSelector'], faults)
  return [{ kind: 'range', from, to, refinedBy }]
}
