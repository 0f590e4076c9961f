import { describeRange } from '#core/anchor/describe-range'
import { type Annotation, COLORS } from '#core/annotation/annotation'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import { canonicalText } from '#core/text/canonical-text'
import type { TextRange } from '#core/text/text-range'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { sha256Of, type WrittenBriefing } from '../write-library'

/** How the marks of a briefing lie. */
export const KINDS = ['no marks', '10,000 marks', '10,000 heaped marks'] as const
export type Kind = (typeof KINDS)[number]

const MARKS = 10_000
/** About a megabyte in all. */
const SECTIONS = 80
const PARAGRAPHS = 20
const SENTENCES = 7
const VOCABULARY = (
  'the minister of energy and her delegation met officials in Ankara to review a draft agreement on gas ' +
  'transit which both sides expect before spring while experts warn that prices storage and border rules remain open'
).split(' ')

/** The same text each time, with the name of its kind as its title. */
export function briefingOf(kind: Kind): WrittenBriefing & { readonly marks: readonly Annotation[] } {
  const tree = treeOf()
  const words = canonicalText(tree)
  const bytes = Buffer.from(`${kind}\n\n${words}\n`)
  const briefing = briefingIdFrom(sha256Of(bytes))
  const marks = rangesOf(kind, words.length).map((range, index) => markOn({ briefing, words, range, index }))
  return { bytes, tree, title: `A briefing with ${kind}`, name: kind, words: 160_000, marks }
}

function treeOf(): Root {
  const next = chances()
  const sentence = (): string => {
    const length = 10 + Math.floor(next() * 10)
    const picked = Array.from({ length }, () => VOCABULARY[Math.floor(next() * VOCABULARY.length)] ?? '')
    return `${picked.join(' ')}.`
  }
  const paragraph = (): string => Array.from({ length: SENTENCES }, sentence).join(' ')
  const sections = Array.from({ length: SECTIONS }, (_, section) => [
    element('h2', [text(`Section ${section + 1}`)]),
    ...Array.from({ length: PARAGRAPHS }, () => element('p', [text(paragraph())]))
  ])
  return { type: 'root', children: sections.flat() }
}

function rangesOf(kind: Kind, length: number): readonly TextRange[] {
  const spread = (count: number): readonly TextRange[] =>
    Array.from({ length: count }, (_, index) => {
      const start = Math.floor((index * (length - 100)) / count)
      return { start, end: start + 30 + (index % 41) }
    })
  if (kind === 'no marks') return []
  if (kind === '10,000 marks') return spread(MARKS)
  const whole = { start: 0, end: length }
  const tenths = Array.from({ length: 20 }, (_, index) => {
    const start = Math.floor((index * length * 0.9) / 20)
    return { start, end: start + Math.floor(length / 10) }
  })
  // Half of them on the first two pages, some seventeen upon each other.
  const heap = Array.from({ length: MARKS / 2 }, (_, index) => {
    const start = Math.floor(index * 2.4)
    return { start, end: start + 40 }
  })
  return [whole, ...tenths, ...heap, ...spread(MARKS / 2 - 21)]
}

function markOn(on: { briefing: string; words: string; range: TextRange; index: number }): Annotation {
  const { briefing, words, range, index } = on
  const created = '2026-01-01T00:00:00.000Z'
  return {
    id: `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`,
    ...{ briefing, edition: 1, anchor: describeRange(words, range), color: COLORS[index % 8] ?? 'yellow' },
    style: index % 20 === 0 ? 'underline' : 'highlight',
    ...{ type: 'note', owner: '', due: null, tags: index % 50 === 0 ? ['gas'] : [], author: '' },
    note: index % 10 === 0 ? `Ask the desk about this: it differs from what we heard in May (${index}).` : '',
    ...{ created, modified: created, placements: [] }
  }
}

/** The same chances in every run: a linear congruential generator (Numerical Recipes, 7.1). */
function chances(): () => number {
  let state = 20_240_116
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
