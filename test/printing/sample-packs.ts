import type { PrintItem } from '#core/service/ports'
import { element, text } from '#core/tree/elements'
import { printItem } from './print-items'
import type { MarkWish } from './print-items'
import { LONG, PRESS, RICH, p } from './sample-briefings'
import { ARABIC, JAPANESE, TURKISH } from './sample-scripts'

/** Six briefings of four languages and both directions, with a table on its side and marks over pages. */
export const MIXED: readonly PrintItem[] = [PRESS, RICH, TURKISH, ARABIC, JAPANESE, LONG].map(asOwn)

/** Two of them. */
export const PAIR: readonly PrintItem[] = [PRESS, TURKISH].map(asOwn)

/** The same with the one that runs from right to left first. */
export const RIGHT_TO_LEFT: readonly PrintItem[] = [ARABIC, PRESS, JAPANESE, RICH].map(asOwn)

/** Briefings of one to three pages each, with a task, a question and a bare highlight in each. */
export function manyBriefings(count: number): readonly PrintItem[] {
  return Array.from({ length: count }, (_, index) => asOwn(shortBriefing(index), index))
}

/** The ids of all marks of briefings. */
export function markIds(items: readonly PrintItem[]): readonly string[] {
  return items.flatMap(({ annotations }) => annotations.map(({ id }) => id))
}

/** A copy with ids and a day of its own, so that no two briefings of a pack are the same. */
function asOwn(item: PrintItem, index: number): PrintItem {
  const sign = String(index).padStart(2, '0')
  const { briefing, annotations } = item
  return {
    ...item,
    briefing: { ...briefing, id: `${sign}${briefing.id.slice(2)}`, date: `2024-${month(index)}-16` },
    annotations: annotations.map((mark) => ({
      ...mark,
      id: `${mark.id.slice(0, -5)}${sign}${mark.id.slice(-3)}`
    }))
  }
}

function month(index: number): string {
  return String((index % 12) + 1).padStart(2, '0')
}

function shortBriefing(index: number): PrintItem {
  const paragraphs = Array.from({ length: 4 + ((index * 7) % 23) }, (_, at) =>
    p(
      `Item ${index + 1}, paragraph ${at + 1}: the delegates went through the ${SUBJECTS[at % 5]} until noon and left the wording to the experts, who meet again in the spring of next year in the same place.`
    )
  )
  const children = [
    element('h2', [text(`Talks of round ${index + 1}`)]),
    ...paragraphs.slice(0, 2),
    element('h2', [text(`Outcome of round ${index + 1}`)]),
    ...paragraphs.slice(2)
  ]
  return printItem(
    { type: 'root', children },
    { title: `Northern waters, round no${index + 1}x` },
    marksOf(index)
  )
}

const SUBJECTS = ['fisheries accord', 'shipping lanes', 'search and rescue', 'harbour fees', 'ice charts']

function marksOf(index: number): readonly MarkWish[] {
  return [
    {
      quote: `Item ${index + 1}, paragraph 2`,
      type: 'action',
      note: `Ask desk ${index + 1}.`,
      owner: `Owner ${index + 1}`,
      due: index % 5 === 4 ? null : `2024-${month(30 - index)}-0${(index % 9) + 1}`,
      color: 'red'
    },
    {
      quote: `Item ${index + 1}, paragraph 3`,
      type: 'question',
      note: `Is it so in ${index + 1}?`,
      tags: ['law']
    },
    { quote: `Item ${index + 1}, paragraph 4`, color: 'green' }
  ]
}
