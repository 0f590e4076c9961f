import type { PrintItem } from '#core/service/ports'
import { element, text } from '#core/tree/elements'
import type { TreeNode } from '#core/tree/tree'
import { printItem } from './print-items'
import { p } from './sample-briefings'

/** Words that stand nowhere else, so that each can be counted: `n3w0 n3w1 …`. */
export function countedWords(note: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `n${note}w${index}`)
}

const PARAGRAPH =
  'The officials who negotiate it meet again in Lima in the first week of May, and a draft will go to both parliaments after that; the experts keep the schedule.'

/** How many words each note of `CROWDED` has, in the order of the numbers in the text. */
export const CROWDED_NOTES = [
  ...Array<number>(12).fill(9),
  ...[320, 260, 3, 12, 40, 8],
  ...Array<number>(70).fill(2)
]

/** Every hard case of a margin: many notes on few lines, long ones, a wide table, more than a page can hold. */
export const CROWDED: PrintItem = printItem(
  {
    type: 'root',
    children: [
      element('h2', [text('Talks')]),
      ...[1, 2, 3].map((line) =>
        p(`${[1, 2, 3, 4].map((word) => `few${line}x${word}`).join(' and ')} ${PARAGRAPH}`)
      ),
      ...Array.from({ length: 8 }, (_, index) =>
        p(`${PARAGRAPH} ${PARAGRAPH} ${index === 5 ? 'long1 ' : ''}`)
      ),
      ...[2, 3, 4].map((number) => p(`${PARAGRAPH} long${number} stands here.`)),
      wideTable(),
      p(`${PARAGRAPH} after0`),
      p(...Array.from({ length: 70 }, (_, index) => text(`dense${index}x `)))
    ]
  },
  { title: 'A crowded margin' },
  quotes().map((quote, index) => ({
    quote,
    note: countedWords(index, CROWDED_NOTES[index] ?? 0).join(' '),
    color: index % 2 === 0 ? 'yellow' : 'blue'
  }))
)

function quotes(): string[] {
  const few = [1, 2, 3].flatMap((line) => [1, 2, 3, 4].map((word) => `few${line}x${word}`))
  const dense = Array.from({ length: 70 }, (_, index) => `dense${index}x`)
  return [...few, 'long1', 'long2', 'long3', 'long4', 'Interdepartmental0', 'after0', ...dense]
}

/** Seven columns of long words: it takes the whole width of the page, and the margin with it. */
function wideTable(): TreeNode {
  const head = ['Authority', 'Commissioner', 'Established', 'Headquarters', 'Employees', 'Scope', 'Class']
  const row = (index: number): readonly string[] => [
    ...['Northern directorate', 'Ingeborg Halvorsen', '14 February 1998', 'Hammerfest', '1,204'],
    ...[`Interdepartmental${index}`, 'Unclassified']
  ]
  const cells = (tagName: 'th' | 'td', values: readonly string[]): TreeNode =>
    element(
      'tr',
      values.map((value) => element(tagName, [text(value)]))
    )
  const rows = Array.from({ length: 9 }, (_, index) => cells('td', row(index)))
  return element('table', [element('thead', [cells('th', head)]), element('tbody', rows)])
}
