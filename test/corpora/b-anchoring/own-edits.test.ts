import { describe, expect, it } from 'vitest'
import { describeRange } from '../../../src/core/anchor/describe-range'
import { type CarriedRange, carryRange } from '../../../src/core/carry-over/carry-range'
import { compareEditions } from '../../../src/core/carry-over/edition-diff'
import { Seeded } from '../../faults/seeded'
import { importedItem, textOf } from '../imported'
import { itemsToOpen } from '../items'
import { assembled, type EditedText, type Piece, type Truth, truthOf } from './edited-text'
import { countOf, type Verdict, verdictOf } from './verdict'

/**
 * Editions of our own, since publishers' revisions hold few deletions: in every text a few paragraphs are
 * deleted, written anew, split where a sentence ends, merged with the next, moved far away, or lose a
 * sentence, gain one, or have words replaced. All by one seed, so that the texts are the same each time.
 */
const SEED = 20_240_116
const MARKS_EACH = 60

const texts = itemsToOpen('c-texts').filter(({ path }) =>
  /\/(briefings-md|digests|state-union|udhr-utf8)\//.test(path)
)

interface Paragraph {
  readonly from: number
  readonly to: number
}

function paragraphsOf(text: string): readonly Paragraph[] {
  let from = 0
  return text.split('\n').map((line) => {
    const paragraph = { from, to: from + line.length }
    from += line.length + 1
    return paragraph
  })
}

type Edit = (text: string, paragraph: Paragraph, chance: Seeded) => readonly Piece[]

const whole: Edit = (_text, paragraph) => [paragraph]

/** Words and sentences that stand in none of the texts, and the small ones that stand in all. */
function newSentence(chance: Seeded): string {
  const words = [
    'the',
    'of',
    'and',
    'a',
    'to',
    'in',
    'quince',
    'lanterns',
    'orchard',
    'ferries',
    'copper',
    'walnut'
  ]
  const sentence = Array.from({ length: 6 + chance.below(12) }, () => chance.pick(words)).join(' ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

/** Where sentences of a paragraph end, each with the white space behind it. */
function sentenceEnds(text: string, { from, to }: Paragraph): readonly number[] {
  return [...text.slice(from, to).matchAll(/[.!?。।؟]\s+(?=\S)/gu)].map(
    ({ index, 0: end }) => from + index + end.length
  )
}

const EDITS: Readonly<Record<string, Edit>> = {
  'written anew': (_text, _paragraph, chance) => [{ added: `${newSentence(chance)} ${newSentence(chance)}` }],
  split: (text, paragraph, chance) => {
    const ends = sentenceEnds(text, paragraph)
    if (ends.length === 0) return [paragraph]
    const at = chance.pick(ends)
    const cut = text.slice(paragraph.from, at).trimEnd().length + paragraph.from
    return [{ from: paragraph.from, to: cut }, { added: '\n' }, { from: at, to: paragraph.to }]
  },
  'less a sentence': (text, paragraph, chance) => {
    const ends = [paragraph.from, ...sentenceEnds(text, paragraph)]
    if (ends.length < 3) return [paragraph]
    const at = chance.below(ends.length - 1)
    return [
      { from: paragraph.from, to: ends[at] ?? 0 },
      { from: ends[at + 1] ?? 0, to: paragraph.to }
    ]
  },
  'with one more sentence': (text, paragraph, chance) => {
    const at = chance.pick([paragraph.from, ...sentenceEnds(text, paragraph)])
    return [
      { from: paragraph.from, to: at },
      { added: `${newSentence(chance)} ` },
      { from: at, to: paragraph.to }
    ]
  },
  'with other words': (text, paragraph, chance) => {
    const words = [...text.slice(paragraph.from, paragraph.to).matchAll(/\p{L}{3,}/gu)]
    if (words.length < 6) return [paragraph]
    const { index, 0: word } = chance.pick(words)
    const at = paragraph.from + index
    return [
      { from: paragraph.from, to: at },
      { added: chance.pick(['quince', 'copper lanterns', 'walnut']) },
      { from: at + word.length, to: paragraph.to }
    ]
  }
}

/** The text after edits of about a third of its paragraphs. */
function editedBy(text: string, chance: Seeded): EditedText {
  const paragraphs = paragraphsOf(text)
  const kept: (readonly Piece[])[] = []
  const moved: (readonly Piece[])[] = []
  const joints: string[] = []
  for (const paragraph of paragraphs) {
    const choice = chance.below(24)
    if (choice === 0) continue
    const edit = choice < 8 ? chance.pick(Object.values(EDITS)) : whole
    const pieces = edit(text, paragraph, chance)
    if (choice === 8) moved.push(pieces)
    else {
      kept.push(pieces)
      joints.push(choice === 9 ? ' ' : '\n')
    }
  }
  const pieces = kept.flatMap((each, index) =>
    index === 0 ? each : [{ added: joints[index] ?? '\n' }, ...each]
  )
  const at = chance.pick(['front', 'back'])
  const others = moved.flatMap((each) =>
    at === 'front' ? [...each, { added: '\n' }] : [{ added: '\n' }, ...each]
  )
  return assembled(text, at === 'front' ? [...others, ...pieces] : [...pieces, ...others])
}

/** A passage of a few words in one paragraph, or now and then across the border of two. */
function passageOf(text: string, chance: Seeded): Paragraph | null {
  const paragraphs = paragraphsOf(text)
  const first = chance.below(paragraphs.length)
  const from = paragraphs[first]?.from ?? 0
  const to = paragraphs[first + (chance.chance(0.1) ? 1 : 0)]?.to ?? text.length
  const words = [...text.slice(from, to).matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  if (words.length === 0) return null
  const start = chance.below(words.length)
  const last = words[Math.min(words.length - 1, start + chance.below(25))]
  const opening = words[start]
  if (opening === undefined || last === undefined) return null
  return { from: from + opening.index, to: from + last.index + last[0].length }
}

/** Also what is said of it: the same words, or changed ones. */
function judge(carried: CarriedRange, truth: Truth): Verdict {
  const verdict = verdictOf(carried.range, truth)
  if (verdict !== 'right' || carried.range === null) return verdict
  const isStanding = carried.status === 'exact' || carried.status === 'moved'
  return isStanding === truth.isWhole ? 'right' : 'wrong words'
}

function kindOf({ share, isWhole }: Truth): 'same' | 'changed' | 'gone' {
  if (share === 0) return 'gone'
  return isWhole ? 'same' : 'changed'
}

/** What became of each mark on one text. */
function verdictsOn(text: string, chance: Seeded): readonly { kind: string; verdict: Verdict }[] {
  const edited = editedBy(text, chance)
  const diff = compareEditions(text, edited.text)
  return Array.from({ length: MARKS_EACH }, () => passageOf(text, chance)).flatMap((passage) => {
    if (passage === null) return []
    const range = { start: passage.from, end: passage.to }
    const truth = truthOf(text, edited, range)
    const carried = carryRange(diff, range, describeRange(text, range).quote)
    return { kind: kindOf(truth), verdict: judge(carried, truth) }
  })
}

describe('editions with deletions, splits, merges and moved paragraphs', () => {
  it('keep their marks on their words', { timeout: 240_000 }, async () => {
    const all: { kind: string; verdict: Verdict }[] = []
    for (const [index, item] of texts.entries()) {
      all.push(...verdictsOn(textOf(await importedItem(item)), new Seeded(SEED + index)))
    }
    for (const kind of ['same', 'changed', 'gone']) {
      const counts = countOf(all.filter((each) => each.kind === kind).map(({ verdict }) => verdict))
      console.info(`own edits, ${kind}: ${JSON.stringify(counts)}`)
    }
    const counts = countOf(all.map(({ verdict }) => verdict))
    console.info(`own edits: ${all.length} marks on ${texts.length} texts: ${JSON.stringify(counts)}`)
    expect(all.length).toBeGreaterThan(4_000)
    expect(counts['wrong place']).toBe(0)
    expect(counts.right / all.length).toBeGreaterThanOrEqual(0.95)
  })
})
