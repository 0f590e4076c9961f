import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Anchor } from '#core/anchor/anchor'
import { describeRange } from '#core/anchor/describe-range'
import { resolveAnchor } from '#core/anchor/resolve-anchor'
import { SearchedText } from '#core/anchor/searched-text'
import { carryRange } from '#core/carry-over/carry-range'
import { compareEditions } from '#core/carry-over/edition-diff'
import type { TextRange } from '#core/text/text-range'
import { corporaFolder } from '../../scripts/test/corpora-folder.mjs'
import { truthOf, type EditedText, type Truth } from '../../test/corpora/b-anchoring/edited-text'
import { withRandomEdits } from '../../test/corpora/b-anchoring/random-edits'
import { countOf, verdictOf } from '../../test/corpora/b-anchoring/verdict'
import { Seeded } from '../../test/faults/seeded'
import { held, median, milliseconds } from '../figures'
import { matchQuote } from './peer-match-quote'

const SPEECHES = join(corporaFolder(), 'c-texts', 'large', 'state-union-all.txt')
const SEED = 1_945
const LENGTH = 1_000_000
const MARKS = 1_000
const EDITED_SHARE = 0.01
/** Words in a mark. */
const LONGEST = 40
/** Ours is quick, so it is run more often; the peer once, since it takes half a minute. */
const ROUNDS = 5

interface Trial {
  readonly before: string
  readonly edited: EditedText
  readonly marks: readonly { readonly range: TextRange; readonly anchor: Anchor; readonly truth: Truth }[]
}

/**
 * Resolving 1,000 annotations in 1 MB of speeches (c-texts/large of the corpora) after one word in a
 * hundred was edited: ours from the selectors alone, ours with the old edition beside the new one, and
 * the matcher of the Hypothesis client.
 */
export function measureResolving(): readonly string[] {
  if (!existsSync(SPEECHES)) {
    return [`not measured: the corpora are not on this machine (looked for ${SPEECHES})`]
  }
  const trial = makeTrial(readText())
  const alone = inRounds(() => resolveAlone(trial))
  const beside = inRounds(() => carryOver(trial))
  const peer = timed(() => trial.marks.map(({ anchor }) => matchQuote(trial.edited.text, anchor)))
  return [
    `${MARKS} annotations in ${trial.edited.text.length} characters, one word in a hundred edited`,
    `ours, selectors alone: ${milliseconds(alone.ms)}, index included; ${accuracy(trial, alone.found)}`,
    `ours, with the old edition: ${milliseconds(beside.ms)}, comparison included; ${accuracy(trial, beside.found)}`,
    `the matcher of the Hypothesis client: ${milliseconds(peer.ms)}; ${accuracy(trial, peer.found)}`,
    `the peer beside ours, selectors alone: ${held(peer.ms / alone.ms, { atLeast: 10 })}`,
    `the peer beside ours, with the old edition: ${held(peer.ms / beside.ms, { atLeast: 10 })}`
  ]
}

type Found = readonly (TextRange | null)[]

function resolveAlone({ edited, marks }: Trial): Found {
  const searched = new SearchedText(edited.text)
  return marks.map(({ anchor }) => resolveAnchor(searched, anchor)?.range ?? null)
}

function carryOver({ before, edited, marks }: Trial): Found {
  const diff = compareEditions(before, edited.text)
  return marks.map(({ range, anchor }) => carryRange(diff, range, anchor.quote).range)
}

function readText(): string {
  const whole = readFileSync(SPEECHES, 'utf8')
  return whole
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .slice(0, LENGTH)
}

function makeTrial(before: string): Trial {
  const chance = new Seeded(SEED)
  const edited = withRandomEdits(before, EDITED_SHARE, chance)
  const words = [...before.matchAll(/\S+/gu)]
  const marks = Array.from({ length: MARKS }, () => {
    const first = chance.below(words.length)
    const last = words[Math.min(words.length - 1, first + chance.below(LONGEST))]
    const start = words[first]?.index ?? 0
    const range = { start, end: last === undefined ? before.length : last.index + last[0].length }
    return { range, anchor: describeRange(before, range), truth: truthOf(before, edited, range) }
  })
  return { before, edited, marks }
}

interface Timed {
  readonly found: Found
  readonly ms: number
}

/** What is found, and the middle of some times. */
function inRounds(run: () => Found): Timed {
  const rounds = Array.from({ length: ROUNDS }, () => timed(run))
  return { found: rounds[0]?.found ?? [], ms: median(rounds.map(({ ms }) => ms)) }
}

function timed(run: () => Found): Timed {
  globalThis.gc?.()
  const start = performance.now()
  const found = run()
  return { found, ms: performance.now() - start }
}

function accuracy({ marks }: Trial, found: Found): string {
  const verdicts = marks.map(({ truth }, index) => verdictOf(found[index] ?? null, truth))
  return Object.entries(countOf(verdicts))
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ')
}
