import { cp, rm } from 'node:fs/promises'
import { problemOf } from '#core/problem/reader-error'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { memoryFolder } from '../memory-folder'
import { seenIn } from '../script/seen'
import { openIn, type Stage } from '../script/stages'
import { type Failure, FAILURE_KINDS, FailingDisk } from './failing-files'

/** What came of failing one operation after the other. */
export interface DiskCounts {
  tried: number
  /** Times that something acknowledged was not there, here or after reopening. */
  lost: number
  /** Changes that were said to be saved and were not, or failed without a problem a person is told. */
  unreported: number
  /** Changes that were there in part. */
  half: number
  /** Changes that did not go through once the disk was mended. */
  stuck: number
  /** What `check()` found wrong after reopening. */
  faults: number
  /** Of each kind the first, for whoever looks for the cause. */
  readonly examples: string[]
}

/** The program's store, or a mistake planted between it and the disk. */
export type DiskSubject = (files: FileSystem) => FileSystem

/** Problems that say to a person that a change was not saved, or a library not opened. */
const TOLD = /^(disk-full|library-(not-saved|unreadable|missing|incomplete|damaged)|original-damaged)$/u
/** Most of a run is waiting: for the disk, and for a rename that is tried again. */
const AT_ONCE = 24

/** One run: which step is taken, when the disk begins to fail and how. */
interface Run {
  readonly stage: Stage
  readonly failure: Failure
  readonly number: number
  /** Whether the disk fails while the library is opened, and not in the step. */
  readonly inOpening: boolean
}

/**
 * Fail the N-th operation of each step, and of opening a library that is empty and one that has
 * everything, for every N, in every way. Stops at the first thing found wrong unless asked `toTheEnd`.
 */
export async function proveDisk(
  stages: readonly Stage[],
  subject: DiskSubject,
  { toTheEnd }: { readonly toTheEnd: boolean }
): Promise<DiskCounts> {
  const counts: DiskCounts = { tried: 0, lost: 0, unreported: 0, half: 0, stuck: 0, faults: 0, examples: [] }
  const openings = [stages.at(0), stages.at(-1)].flatMap((stage) => stage ?? [])
  const series = FAILURE_KINDS.flatMap((kind) => [
    ...stages.map((stage) => ({ stage, kind, inOpening: false })),
    ...openings.map((stage) => ({ stage, kind, inOpening: true }))
  ])
  const worker = async (): Promise<void> => {
    for (let next = series.shift(); next !== undefined; next = series.shift()) {
      for (let number = 1; toTheEnd || isSound(counts); number += 1) {
        const struck = await Promise.all(
          [false, true].map((lasts) =>
            failOnce({ ...next, failure: { kind: next.kind, lasts }, number }, subject, counts)
          )
        )
        if (!struck.includes(true)) break
        counts.tried += struck.length
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return counts
}

/** Whether nothing was found wrong. */
export function isSound({ lost, unreported, half, stuck, faults }: DiskCounts): boolean {
  return lost + unreported + half + stuck + faults === 0
}

/** Answers whether there was an operation of this number. */
async function failOnce(run: Run, subject: DiskSubject, counts: DiskCounts): Promise<boolean> {
  const root = await memoryFolder()
  const disk = new FailingDisk(nodeFiles, run.failure)
  const files = subject(disk.files)
  const note = (kind: 'lost' | 'unreported' | 'half' | 'stuck' | 'faults', what: unknown): void => {
    counts[kind] += 1
    if (counts.examples.length > 20) return
    const { stage, failure, number, inOpening } = run
    const where = `${inOpening ? 'opening before ' : ''}${stage.step.name}`
    counts.examples.push(
      `${kind}: ${where}, ${failure.kind}${failure.lasts ? ' from' : ' at'} ${number}: ${describe(what)}`
    )
  }
  try {
    await cp(run.stage.folder, root, { recursive: true, preserveTimestamps: true })
    const { library, refusal } = await openOn(root, { files, disk, run })
    if (refusal !== null && !TOLD.test(problemOf(refusal).code)) note('unreported', refusal)
    const shown = await takeStep(library, { disk, run, note })
    await lookAfresh(root, shown, note)
    return disk.struck
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

type Note = (kind: 'lost' | 'unreported' | 'half' | 'stuck' | 'faults', what: unknown) => void

/** Open the library; when that is refused, once more on the mended disk. */
async function openOn(
  root: string,
  { files, disk, run }: { files: FileSystem; disk: FailingDisk; run: Run }
): Promise<{ library: OpenLibrary; refusal: unknown }> {
  if (run.inOpening) disk.arm(run.number)
  try {
    const library = await openIn(root, files)
    disk.mend()
    return { library, refusal: null }
  } catch (refusal) {
    disk.mend()
    return { library: await openIn(root, files), refusal }
  }
}

/** Answers what is seen in the end, which is what reopening must show. */
async function takeStep(
  library: OpenLibrary,
  { disk, run, note }: { disk: FailingDisk; run: Run; note: Note }
): Promise<string> {
  const { step, before, after } = run.stage
  if ((await seenIn(library)) !== before) note('lost', 'not what was there before')
  if (!run.inOpening) disk.arm(run.number)
  const refusal = await refusalOf(() => step.act(library))
  disk.mend()
  const shown = await seenNow(library)
  if (refusal === null) {
    if (shown !== after) note('unreported', 'said to be saved')
    return after
  }
  if (!TOLD.test(problemOf(refusal).code)) note('unreported', refusal)
  if (shown !== before && shown !== after) note('half', shown)
  const again = await refusalOf(() => step.act(library))
  if ((await seenNow(library)) !== after) note('stuck', again)
  return after
}

/** As the window does, which looks for changes before it shows the list again. */
async function seenNow(library: OpenLibrary): Promise<string> {
  try {
    await library.upkeep.lookForChanges(null)
    return await seenIn(library)
  } catch (error) {
    return describe(error)
  }
}

async function refusalOf(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action()
    return null
  } catch (refusal) {
    return refusal
  }
}

async function lookAfresh(root: string, shown: string, note: Note): Promise<void> {
  try {
    const library = await openIn(root)
    if ((await seenIn(library)) !== shown) note('lost', 'not there after reopening')
    const faults = await library.check()
    if (faults.length > 0) note('faults', JSON.stringify(faults))
  } catch (error) {
    note('lost', error)
  }
}

function describe(what: unknown): string {
  return what instanceof Error ? `${what.message} (${JSON.stringify(problemOf(what))})` : String(what)
}
