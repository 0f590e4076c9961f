import { afterAll, describe, expect, it } from 'vitest'
import { findQuote } from '#core/anchor/find-quote'
import { corpus } from './corpus'
import { readCases, W3cAnnotations } from './foreign-cases'
import { inkOf } from './foreign-page'
import { occurrences } from './foreign-ranges'
import { expectOnPage, place, whenDrawn } from './on-page'
import { Tally } from './tally'

const odyssey = await readCases('recogito/odyssey.annotations.w3c.json', W3cAnnotations)
const homer = await corpus('recogito/odyssey.html')

describe('an annotation of Recogito', () => {
  const tally = new Tally('Recogito, annotations of the Odyssey, whose text stands three times on its page')
  afterAll(() => tally.print())
  for (const { id, target } of odyssey) {
    const { selector } = Array.isArray(target) ? target[0] : target
    const quote = selector.find((own) => own.type === 'TextQuoteSelector')
    const numbers = selector.find((own) => own.type === 'TextPositionSelector')
    it(`stands at its words, each time that they stand there: ${id}`, () =>
      whenDrawn(
        homer,
        (page) => {
          if (quote === undefined || numbers === undefined) throw new Error('quote and position')
          const foreign = occurrences(page.scope, quote.exact)
          const found = findQuote(page.drawn.plan.text, { ...quote, prefix: '', suffix: '' })
          expect(found.length).toBeGreaterThan(0)
          expect(found).toHaveLength(foreign.length)
          for (const [index, range] of found.entries()) {
            const own = foreign[index]
            if (own !== undefined) expectOnPage(page, range, own, { tally, name: id })
          }
          const named = page.scope.textContent.slice(numbers.start, numbers.end)
          if (inkOf(named) === inkOf(quote.exact)) expect(found).toContainEqual(place(page, selector))
          else
            tally.leaveOut('by its position, which names other words of the page as it is in the corpus', id)
        },
        '#content'
      ))
  }
})
