import { type Faults, isAddress, isObject, type JsonObject, listOf, shown } from './faults'
import { faultWords } from './fault-words'
import type { ForeignTarget } from './foreign-annotation'
import { readSelectors } from './read-selector'

/** A target, and how it is to look. */
export interface ReadTarget extends ForeignTarget {
  readonly styleClasses: readonly string[]
}

const GROUPS = ['Choice', 'List', 'Composite', 'Independents']

/** Read targets (Web Annotation Data Model, sections 3.2.1 and 4); those of a set one by one. */
export function readTargets(value: unknown, faults: Faults): readonly ReadTarget[] {
  return listOf(value).flatMap((target) => {
    if (typeof target === 'string') return readAddress(target, faults)
    if (isObject(target)) return 'items' in target ? readGroup(target, faults) : readObject(target, faults)
    faults.add(faultWords.notResource('its target', shown(target)))
    return []
  })
}

function readAddress(target: string, faults: Faults): readonly ReadTarget[] {
  if (isAddress(target)) return [whole(target)]
  faults.add(faultWords.notAddress('its target', shown(target)))
  return []
}

/** A fragment of an address stands for a FragmentSelector (section 3.2.1); the document is what matters here. */
function whole(source: string): ReadTarget {
  return { source, selectors: [], styleClasses: [] }
}

function readGroup(group: JsonObject, faults: Faults): readonly ReadTarget[] {
  if (!listOf(group['type']).some((type) => GROUPS.includes(String(type)))) {
    faults.add(faultWords.unknownSet('its target'))
  }
  return readTargets(group['items'], faults)
}

function readObject(target: JsonObject, faults: Faults): readonly ReadTarget[] {
  const selectors = readSelectors(target['selector'], faults)
  const styleClasses = listOf(target['styleClass']).filter((name) => typeof name === 'string')
  const source = sourceOf(target, faults)
  if (source === null && listOf(target['type']).includes('SpecificResource')) {
    faults.add(faultWords.withoutSource('its target'))
  } else if (source === null && !('selector' in target)) {
    faults.add(faultWords.targetWithoutSource)
  }
  return [{ source, selectors, styleClasses }]
}

/** A resource of its own has an id; a part of one has a source, which may be an object itself. */
function sourceOf(target: JsonObject, faults: Faults): string | null {
  const { source } = target
  const id = faults.address(target, 'id', 'its target’s')
  if (source === undefined || source === null) return 'selector' in target ? null : id
  if (Array.isArray(source) && source.length !== 1) {
    faults.add(faultWords.several('its target’s source', source.length))
    return null
  }
  const [only] = listOf(source)
  return isObject(only)
    ? faults.address(only, 'id', 'its target’s source’s')
    : faults.address({ source: only }, 'source', 'its target’s')
}
