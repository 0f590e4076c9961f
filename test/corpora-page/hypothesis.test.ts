import { afterAll, describe, expect, it } from 'vitest'
import { corpus } from './corpus'
import { RangeSpecs, readCases, SearchAnswer } from './foreign-cases'
import { canonicalRange } from './foreign-page'
import { nodeAt, rangeBetween } from './foreign-ranges'
import { expectOnPage, place, whenDrawn } from './on-page'
import { Tally } from './tally'

const specs = await readCases('hypothesis/range-specs.json', RangeSpecs)
const baseline = await readCases('hypothesis/baseline-minimal.json', SearchAnswer)
const fixture = await corpus('hypothesis/html-anchoring-fixture.html')
const minimal = await corpus('hypothesis/baseline-minimal.html')

describe('a range of Hypothesis', () => {
  const tally = new Tally('Hypothesis, ranges of its own tests')
  afterAll(() => tally.print())
  const node = (scope: Element, point: string | number): Node => {
    if (typeof point === 'string') return nodeAt(scope, point)
    const walker = scope.ownerDocument.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    for (let index = 0; index <= point; index += 1) walker.nextNode()
    return walker.currentNode
  }
  specs.cases.forEach(({ name, start, startOffset, end, endOffset, quote }, index) => {
    it(`keeps its words: ${index + 1}. ${name}`, () =>
      whenDrawn(fixture, (page) => {
        const { scope } = page
        const foreign = rangeBetween([node(scope, start), startOffset], [node(scope, end), endOffset])
        expect(foreign.toString().trim()).toBe(quote.trim())
        const range = canonicalRange(page, foreign)
        if (range === null) throw new Error('the range is empty')
        expectOnPage(page, range, foreign, { tally, name: `${index + 1}. ${name}` })
      }))
  })
})

describe('an annotation of Hypothesis', () => {
  const tally = new Tally('Hypothesis, annotations of a saved page')
  afterAll(() => tally.print())
  for (const { id, target } of baseline.rows) {
    const [{ selector }] = target
    const words = selector.find((own) => own.type === 'TextQuoteSelector')?.exact ?? ''
    const path = selector.find((own) => own.type === 'RangeSelector')
    for (const own of [...selector.map((one) => [one]), selector]) {
      const kinds = own.map(({ type }) => type).join(' and ')
      it(`stands at its words: ${id} by ${kinds}`, () =>
        whenDrawn(minimal, (page) => {
          if (path === undefined) throw new Error('no path')
          const { scope } = page
          // Offsets of Hypothesis count characters of the element's text.
          const text = nodeAt(scope, `${path.startContainer}/text()`)
          const foreign = rangeBetween([text, path.startOffset], [text, path.endOffset])
          expect(foreign.toString()).toBe(words)
          const range = kinds === 'RangeSelector' ? canonicalRange(page, foreign) : place(page, own)
          expect(range).not.toBeNull()
          if (range !== null) expectOnPage(page, range, foreign, { tally, name: id })
        }))
    }
    const edits = {
      'a paragraph before it': minimal.replace('<body>', '<body><p>Words that were not there.</p>'),
      'another word in front': minimal.replace('One', 'Eleven')
    }
    for (const [edit, html] of Object.entries(edits)) {
      it(`is found after an edit: ${edit}`, () =>
        whenDrawn(html, (page) => {
          const range = place(page, selector)
          const onPage = range === null ? null : page.drawn.map.domRange(range)
          expect(onPage?.toString()).toBe(words)
          tally.pass('words after an edit of the page')
        }))
    }
  }
})
