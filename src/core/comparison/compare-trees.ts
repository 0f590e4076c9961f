import { diffWords, type WordDiff } from './word-diff'
import { type Block, blocksOf } from '../text/canonical-text'
import { citeParagraph, numberParagraphs, type ParagraphNumber } from '../text/paragraphs'
import type { Root } from '../tree/tree'
import { type BlockFrame, framesOf } from './block-frames'
import type { BlockChange, BlockPlace, ComparedBlock } from './compared-block'
import { findMoved } from './moved-blocks'
import { type BlockPair, type BlockRun, pairBlocks } from './pair-blocks'
import { piecesBetween, piecesOfTexts } from './text-pieces'

/**
 * Two editions of a briefing as one text, block after block in the order of the later one: what was
 * removed stands where it was, in front of what was added there, and what was moved is told at both
 * places. `beforeOf` and `afterOf` give the canonical texts back.
 */
export function compareTrees(before: Root, after: Root): readonly ComparedBlock[] {
  return new Comparison(sideOf(before), sideOf(after)).blocks()
}

/** One edition. */
interface Side {
  readonly blocks: readonly Block[]
  readonly numbers: readonly ParagraphNumber[]
  readonly frames: readonly BlockFrame[]
  readonly text: string
}

const NO_FRAME: BlockFrame = { depth: 0, isQuoted: false, cell: null }

function sideOf(root: Root): Side {
  const blocks = blocksOf(root)
  const frames = framesOf(root)
  return {
    blocks,
    numbers: numberParagraphs(blocks),
    frames: blocks.map(({ pieces: [first] }) => (first && frames.get(first.node)) ?? NO_FRAME),
    text: blocks.map(({ text }) => text).join('\n')
  }
}

class Comparison {
  readonly #before: Side
  readonly #after: Side
  readonly #diff: WordDiff
  readonly #pairs: readonly BlockPair[]
  /** Where a block went, and where it came from. */
  readonly #movedTo: ReadonlyMap<number, number>
  readonly #movedFrom: ReadonlyMap<number, number>
  /** The next block of the earlier edition that is not told of yet. */
  #at = 0

  constructor(before: Side, after: Side) {
    this.#before = before
    this.#after = after
    this.#diff = diffWords(before.text, after.text)
    this.#pairs = pairBlocks({ diff: this.#diff, before: before.blocks, after: after.blocks })
    const paired = {
      before: new Set(this.#pairs.flatMap((pair) => indicesOf(pair.before))),
      after: new Set(this.#pairs.flatMap((pair) => indicesOf(pair.after)))
    }
    const moved = findMoved(left(before.blocks, paired.before), left(after.blocks, paired.after))
    this.#movedTo = new Map(moved.map((move) => [move.before, move.after]))
    this.#movedFrom = new Map(moved.map((move) => [move.after, move.before]))
  }

  blocks(): readonly ComparedBlock[] {
    const told: ComparedBlock[] = []
    let at = 0
    for (const pair of this.#pairs) {
      told.push(...this.#gone(pair.before.first), ...this.#come(at, pair.after.first), this.#kept(pair))
      this.#at = pair.before.first + pair.before.count
      at = pair.after.first + pair.after.count
    }
    return [...told, ...this.#gone(this.#before.blocks.length), ...this.#come(at, this.#after.blocks.length)]
  }

  #kept(pair: BlockPair): ComparedBlock {
    const before = placeIn(this.#before, pair.before)
    const after = placeIn(this.#after, pair.after)
    const pieces = piecesBetween(this.#diff, { before: before.range, after: after.range })
    const change = pieces.every(({ kind }) => kind === 'same') ? 'same' : 'edited'
    return { ...this.#shape(change, after.first, this.#after), pieces, before, after }
  }

  /** What stood before `end` and is there no more. */
  #gone(end: number): readonly ComparedBlock[] {
    const gone: ComparedBlock[] = []
    for (; this.#at < end; this.#at += 1) {
      const before = placeIn(this.#before, { first: this.#at, count: 1 })
      const target = this.#movedTo.get(this.#at)
      const text = this.#before.blocks[this.#at]?.text ?? ''
      gone.push({
        ...this.#shape(target === undefined ? 'removed' : 'moved-away', this.#at, this.#before),
        pieces: [{ kind: 'removed', text }],
        before,
        after: target === undefined ? null : placeIn(this.#after, { first: target, count: 1 })
      })
    }
    return gone
  }

  /** What stands from `from` to `end` and was not there. */
  #come(from: number, end: number): readonly ComparedBlock[] {
    return this.#after.blocks.slice(from, end).map(({ text }, offset) => {
      const index = from + offset
      const after = placeIn(this.#after, { first: index, count: 1 })
      const origin = this.#movedFrom.get(index)
      const before = origin === undefined ? null : placeIn(this.#before, { first: origin, count: 1 })
      const old = this.#before.blocks[origin ?? -1]?.text
      return {
        ...this.#shape(origin === undefined ? 'added' : 'moved', index, this.#after),
        pieces: old === undefined ? [{ kind: 'added', text }] : piecesOfTexts(old, text),
        before,
        after
      }
    })
  }

  #shape(
    change: BlockChange,
    index: number,
    { blocks, frames }: Side
  ): Pick<ComparedBlock, 'change' | 'tag' | 'depth' | 'isQuoted'> {
    const { depth, isQuoted } = frames[index] ?? NO_FRAME
    return { change, tag: blocks[index]?.tag ?? 'p', depth, isQuoted }
  }
}

function placeIn({ blocks, numbers, frames }: Side, { first, count }: BlockRun): BlockPlace {
  const number = numbers[first]
  return {
    ...{ first, count },
    range: { start: blocks[first]?.start ?? 0, end: blocks[first + count - 1]?.end ?? 0 },
    cite: number === undefined ? '' : citeParagraph(number),
    cell: frames[first]?.cell ?? null
  }
}

function indicesOf({ first, count }: BlockRun): readonly number[] {
  return Array.from({ length: count }, (_, at) => first + at)
}

function left(
  blocks: readonly Block[],
  paired: ReadonlySet<number>
): readonly { index: number; block: Block }[] {
  return blocks.flatMap((block, index) => (paired.has(index) ? [] : { index, block }))
}
