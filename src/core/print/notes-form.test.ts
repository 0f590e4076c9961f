import { describe, expect, it } from 'vitest'
import { printItem } from '../../../test/printing/print-items'
import type { MarkWish } from '../../../test/printing/print-items'
import { p } from '../../../test/printing/sample-briefings'
import type { PrintItem } from '../service/ports'
import { suitingForm } from './notes-form'

const LINE = 'The delegates agreed on the wording and left the schedule to the experts. '

/** A briefing of paragraphs with a mark on the word `here` of each. */
function briefing(paragraphs: number, notes: readonly Partial<MarkWish>[]): PrintItem {
  const texts = Array.from({ length: paragraphs }, (_, index) => p(`here${index} ${LINE.repeat(4)}`))
  return printItem(
    { type: 'root', children: texts },
    {},
    notes.map((note, index) => ({ quote: `here${index}`, ...note }))
  )
}

const SHORT = { note: 'Ask the desk for the figures of last year.' }

describe('suitingForm', () => {
  const cases: Record<string, { items: PrintItem[]; expected: 'margin' | 'end' }> = {
    'a few short notes stand in the margin': {
      items: [briefing(12, [SHORT, SHORT, SHORT])],
      expected: 'margin'
    },
    'bare highlights leave the text the whole page': { items: [briefing(12, [{}, {}])], expected: 'end' },
    'a tag is a note too': { items: [briefing(12, [{ tags: ['energy'] }])], expected: 'margin' },
    'one long note stands at the end with all others': {
      items: [briefing(40, [SHORT, { note: LINE.repeat(16) }])],
      expected: 'end'
    },
    'more notes than the text has room for stand at the end': {
      items: [briefing(12, Array(12).fill({ note: LINE.repeat(4) }))],
      expected: 'end'
    },
    'a pack has one form, that of its fullest briefing': {
      items: [briefing(12, [SHORT]), briefing(3, Array(3).fill({ note: LINE.repeat(5) }))],
      expected: 'end'
    },
    'a briefing without notes does not keep a pack from the margin': {
      items: [briefing(12, [SHORT]), briefing(12, [])],
      expected: 'margin'
    }
  }
  for (const [name, { items, expected }] of Object.entries(cases)) {
    it(name, () => expect(suitingForm(items)).toBe(expected))
  }
})
