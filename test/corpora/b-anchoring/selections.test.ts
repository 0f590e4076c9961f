import { describe, expect, it } from 'vitest'
import { describeRange } from '../../../src/core/anchor/describe-range'
import { placeSelectors } from '../../../src/core/anchor/place-selectors'
import { SearchedText } from '../../../src/core/anchor/searched-text'
import { carryRange } from '../../../src/core/carry-over/carry-range'
import { compareEditions } from '../../../src/core/carry-over/edition-diff'
import type { TextRange } from '../../../src/core/text/text-range'
import { Seeded } from '../../faults/seeded'
import { importedItem, textOf } from '../imported'
import { itemsToOpen } from '../items'
import { truthOf } from './edited-text'
import { randomSelection } from './random-selection'
import { countOf, type Verdict, verdictOf } from './verdict'
import { withRandomEdits } from './random-edits'

/** The same selections and edits each time. */
const SEED = 7
const SELECTIONS = 10_000
/** One word of a hundred is edited, or one of its letters. */
const EDITED_SHARE = 0.01

const texts = await Promise.all(
  itemsToOpen('c-texts')
    .filter(({ path }) => /\.(md|txt)$/.test(path))
    .map(async (item) => ({ path: item.path, text: textOf(await importedItem(item)) }))
)

/** As many selections on each text as on any other. */
function selectionsOn(text: string, index: number): readonly TextRange[] {
  const chance = new Seeded(SEED + index)
  const count =
    Math.ceil((SELECTIONS * (index + 1)) / texts.length) - Math.ceil((SELECTIONS * index) / texts.length)
  return Array.from({ length: count }, () => randomSelection(text, chance))
}

function standsOnce(text: string, whole: string): boolean {
  return text.indexOf(whole) === text.lastIndexOf(whole)
}

describe('10,000 selections', { timeout: 240_000 }, () => {
  it('are found on the same bytes by each selector alone', () => {
    const counts = { selections: 0, ambiguous: 0 }
    for (const [index, { path, text }] of texts.entries()) {
      const searched = new SearchedText(text)
      for (const range of selectionsOn(text, index)) {
        const { position, quote } = describeRange(text, range)
        expect(placeSelectors(searched, { positions: [position], quote: null })).toMatchObject({ range })
        const byQuote = placeSelectors(searched, { positions: [], quote })
        counts.selections += 1
        if ('range' in byQuote) expect({ path, range: byQuote.range }).toEqual({ path, range })
        else {
          counts.ambiguous += 1
          console.info(`ambiguous in ${path} at ${range.start}: “${quote.exact}”`)
          expect(byQuote.reason).toBe('ambiguous')
          expect(standsOnce(text, quote.prefix + quote.exact + quote.suffix)).toBe(false)
          expect([512, range.start]).toContain(quote.prefix.length)
          expect([512, text.length - range.end]).toContain(quote.suffix.length)
        }
      }
    }
    console.info(`same bytes: ${JSON.stringify(counts)}`)
    expect(counts.selections).toBe(SELECTIONS)
  })

  it('stay on their words after edits of one word in a hundred', () => {
    const verdicts: Verdict[] = []
    for (const [index, { text }] of texts.entries()) {
      const edited = withRandomEdits(text, EDITED_SHARE, new Seeded(SEED - index))
      const diff = compareEditions(text, edited.text)
      for (const range of selectionsOn(text, index)) {
        const { quote } = describeRange(text, range)
        verdicts.push(verdictOf(carryRange(diff, range, quote).range, truthOf(text, edited, range)))
      }
    }
    const counts = countOf(verdicts)
    console.info(`after 1 % edits: ${JSON.stringify(counts)}`)
    expect(counts['wrong place']).toBe(0)
    expect(counts.right / verdicts.length).toBeGreaterThanOrEqual(0.995)
  })
})
