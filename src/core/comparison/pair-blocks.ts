import type { WordDiff } from './word-diff'
import { UNMATCHED } from '../carry-over/match-tokens'
import type { Tokens } from '../carry-over/tokens'
import type { Block } from '../text/canonical-text'
import { isHeading } from '../tree/elements'

/** Blocks in a row: the first, and how many. */
export interface BlockRun {
  first: number
  count: number
}

/** Blocks of both editions that are the same ones, where they stood. */
export interface BlockPair {
  readonly before: BlockRun
  readonly after: BlockRun
}

/** The blocks of two editions, and how their words were matched. */
export interface BothTexts {
  readonly diff: WordDiff
  readonly before: readonly Block[]
  readonly after: readonly Block[]
}

/** With less of the shorter one's words left, two blocks are not the same one. */
const LEAST_OF_SHORTER = 0.4
/** With less of the longer one's words in both, one is part of another text and no version of it. */
const LEAST_OF_LONGER = 0.15
/** So much of a paragraph came from one that was split, or went into one that was joined. */
const LEAST_OF_PART = 0.6

/**
 * Which blocks became which, in the order of the text. Blocks pair by the words that they share, those
 * that share most first; as matched words never cross, neither do pairs.
 */
export function pairBlocks(texts: BothTexts): readonly BlockPair[] {
  const shared = sharedWords(texts)
  const pairs = new Pairs(texts)
  const byWeight = shared.toSorted((a, b) => b.weight - a.weight)
  for (const cell of byWeight) if (isVersion(texts, cell)) pairs.add(cell.before, cell.after)
  for (const cell of byWeight) if (isPart(texts, cell)) pairs.attach(cell.before, cell.after)
  pairs.fillGaps()
  return pairs.inOrder()
}

/** How many code units of words a block of each edition have in common. */
interface SharedCell {
  readonly before: number
  readonly after: number
  weight: number
}

function sharedWords({ diff, before, after }: BothTexts): readonly SharedCell[] {
  const { beforeTokens, afterTokens, matched } = diff
  const cells: SharedCell[] = []
  let at = 0
  let other = 0
  for (let token = 0; token < matched.length; token += 1) {
    const match = matched[token] ?? UNMATCHED
    if (match === UNMATCHED) continue
    while ((before[at]?.end ?? Infinity) <= (beforeTokens.starts[token] ?? 0)) at += 1
    while ((after[other]?.end ?? Infinity) <= (afterTokens.starts[match] ?? 0)) other += 1
    const last = cells.at(-1)
    const weight = lengthOf(beforeTokens, token)
    if (last?.before === at && last.after === other) last.weight += weight
    else cells.push({ before: at, after: other, weight })
  }
  return cells
}

function lengthOf({ starts, ends }: Tokens, token: number): number {
  return (ends[token] ?? 0) - (starts[token] ?? 0)
}

function isVersion({ before, after }: BothTexts, cell: SharedCell): boolean {
  const [a, b] = [before[cell.before], after[cell.after]]
  if (a === undefined || b === undefined || kindOf(a) !== kindOf(b)) return false
  const lengths = [inkOf(a), inkOf(b)]
  return (
    cell.weight >= Math.min(...lengths) * LEAST_OF_SHORTER &&
    cell.weight >= Math.max(...lengths) * LEAST_OF_LONGER
  )
}

/** Only paragraphs are split and joined: a cell or a heading that was is told as removed and added. */
function isPart({ before, after }: BothTexts, cell: SharedCell): boolean {
  const [a, b] = [before[cell.before], after[cell.after]]
  if (a?.tag !== 'p' || b?.tag !== 'p') return false
  return cell.weight >= Math.min(inkOf(a), inkOf(b)) * LEAST_OF_PART
}

function inkOf({ text }: Block): number {
  return text.replace(/\s+/gu, '').length
}

function kindOf({ tag }: Block): string {
  if (isHeading(tag)) return 'heading'
  return tag === 'td' || tag === 'th' ? 'cell' : 'text'
}

class Pairs {
  readonly #texts: BothTexts
  readonly #byBefore = new Map<number, BlockPair>()
  readonly #byAfter = new Map<number, BlockPair>()

  constructor(texts: BothTexts) {
    this.#texts = texts
  }

  inOrder(): readonly BlockPair[] {
    return [...new Set(this.#byAfter.values())].sort((a, b) => a.after.first - b.after.first)
  }

  add(before: number, after: number): void {
    if (this.#byBefore.has(before) || this.#byAfter.has(after)) return
    const pair = { before: { first: before, count: 1 }, after: { first: after, count: 1 } }
    this.#byBefore.set(before, pair)
    this.#byAfter.set(after, pair)
  }

  /** Take a block that is part of a pair's text into the pair, when it stands right beside it. */
  attach(before: number, after: number): void {
    const known = this.#byBefore.get(before) ?? this.#byAfter.get(after)
    if (known === undefined || (this.#byBefore.has(before) && this.#byAfter.has(after))) return
    if (this.#byBefore.has(before)) {
      if (extend(known.after, after)) this.#byAfter.set(after, known)
    } else if (extend(known.before, before)) this.#byBefore.set(before, known)
  }

  /** Blocks without a word pair by their place; cells and headings of which no word is left are the same ones when just as many stand in their place. */
  fillGaps(): void {
    const { before, after } = this.#texts
    let at = 0
    let other = 0
    const ends = { before: { first: before.length, count: 0 }, after: { first: after.length, count: 0 } }
    for (const next of [...this.inOrder(), ends]) {
      const gap = range(at, next.before.first)
      const otherGap = range(other, next.after.first)
      for (const isTaken of [isWordless, isFixed]) {
        this.#fill(
          gap.filter((index) => isTaken(before[index])),
          otherGap.filter((index) => isTaken(after[index]))
        )
      }
      at = next.before.first + next.before.count
      other = next.after.first + next.after.count
    }
  }

  #fill(before: readonly number[], after: readonly number[]): void {
    const { before: left, after: right } = this.#texts
    const isAlike = before.every((index, at) => left[index]?.tag === right[after[at] ?? -1]?.tag)
    if (before.length !== after.length || !isAlike) return
    for (const [at, index] of before.entries()) this.add(index, after[at] ?? 0)
  }
}

function isWordless(block: Block | undefined): boolean {
  return block !== undefined && block.text.trim() === ''
}

function isFixed(block: Block | undefined): boolean {
  return block !== undefined && kindOf(block) !== 'text'
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}

/** Answers whether `index` stands right beside the run. */
function extend(run: BlockRun, index: number): boolean {
  if (index === run.first + run.count) run.count += 1
  else if (index === run.first - 1) {
    run.first -= 1
    run.count += 1
  } else return false
  return true
}
