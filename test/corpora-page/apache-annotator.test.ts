import { afterAll, describe, expect, it } from 'vitest'
import { describeRange } from '#core/anchor/describe-range'
import { findQuote } from '#core/anchor/find-quote'
import { CssCases, DescribeCases, MatchCases, readCases } from './foreign-cases'
import { canonicalRange } from './foreign-page'
import { foreignRange } from './foreign-ranges'
import { expectOnPage, place, whenDrawn } from './on-page'
import { Tally } from './tally'

const EMPTY = 'since an empty passage marks nothing'

const position = await readCases('apache-annotator/text-position-match.json', MatchCases)
const quotes = await readCases('apache-annotator/text-quote-match.json', MatchCases)
const described = await readCases('apache-annotator/text-quote-describe.json', DescribeCases)
const css = await readCases('apache-annotator/css-match.json', CssCases)

describe('a position of Apache Annotator', () => {
  const tally = new Tally('Apache Annotator, TextPositionSelector in code points')
  afterAll(() => tally.print())
  for (const [name, { html, selector, expected }] of Object.entries(position.cases)) {
    const [only] = expected
    if (only === undefined || (selector.type === 'TextPositionSelector' && selector.start === selector.end)) {
      tally.leaveOut(EMPTY, name)
      continue
    }
    it(`is found on the page: ${name}`, () =>
      whenDrawn(html, (page) => {
        const range = place(page, [selector])
        expect(range).not.toBeNull()
        if (range !== null) expectOnPage(page, range, foreignRange(page, only), { tally, name })
      }))
  }
})

describe('a quote of Apache Annotator', () => {
  const tally = new Tally('Apache Annotator, TextQuoteSelector')
  afterAll(() => tally.print())
  for (const [name, { html, selector, expected }] of Object.entries(quotes.cases)) {
    if (selector.type !== 'TextQuoteSelector' || selector.exact === '') {
      tally.leaveOut(EMPTY, name)
      continue
    }
    it(`is found as often as it stands there: ${name}`, () =>
      whenDrawn(html, (page) => {
        const found = findQuote(page.drawn.plan.text, selector)
        expect(found).toHaveLength(expected.length)
        for (const [index, range] of found.entries()) {
          const points = expected[index]
          if (points !== undefined) expectOnPage(page, range, foreignRange(page, points), { tally, name })
        }
        tally.pass('every range that the quote names, and no other')
      }))
  }
})

describe('a range that Apache Annotator describes', () => {
  const tally = new Tally('Apache Annotator, ranges to describe')
  afterAll(() => tally.print())
  for (const [group, cases] of Object.entries(described.cases)) {
    for (const [own, { html, range: points, expected }] of Object.entries(cases)) {
      const name = `${group}, ${own}`
      if (expected.exact === '') {
        tally.leaveOut(EMPTY, name)
        continue
      }
      it(`is described so that it is found again: ${name}`, () =>
        whenDrawn(html, (page) => {
          const foreign = foreignRange(page, points)
          const range = canonicalRange(page, foreign)
          if (range === null) throw new Error('the range is empty')
          expectOnPage(page, range, foreign, { tally, name })
          const { quote } = describeRange(page.drawn.plan.text, range)
          expect(quote.exact).toBe(expected.exact)
          expect(findQuote(page.drawn.plan.text, quote)).toEqual([range])
          tally.pass('its quote is unique')
        }))
    }
  }
})

describe('an annotation with nothing but a CSS selector', () => {
  it('names no words, so it is tolerated and not scored', () => {
    const tally = new Tally('Apache Annotator, CssSelector')
    for (const name of Object.keys(css.cases))
      tally.leaveOut('since it names elements and no words: tolerated', name)
    tally.print()
    expect(Object.keys(css.cases)).toHaveLength(2)
  })
})
