import { ReaderError } from '#core/problem/reader-error'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { type Change, perform } from '../changes/change'
import { isSame, lookAt } from '../changes/look-at'
import { after, type Model, shownOf } from '../changes/model'
import type { Findings } from '../findings'
import type { Place } from '../place'
import { reopen } from '../reopen'
import type { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { FailingDisk, type Fault } from './failing-disk'
import { changesFor } from './make-library'

/** What is tried: one kind of change, failing in one way. */
export interface Trial {
  readonly subject: Subject
  readonly fault: Fault
  readonly kind: Change['kind']
  readonly findings: Findings
  readonly seeded: Seeded
}

interface Moment {
  readonly place: Place
  readonly model: Model
  /** Which operation fails, from 1. */
  readonly at: number
}

/**
 * Make one change during which one operation fails, and judge what is said and what is there. Answers
 * what the library holds in the end, and whether there was such an operation at all.
 */
export async function attempt(trial: Trial, moment: Moment): Promise<{ model: Model; isReached: boolean }> {
  const { subject, fault, kind, findings, seeded } = trial
  const { place, at } = moment
  const disk = new FailingDisk()
  const library = subject.library(await openLibrary(place.options({ files: subject.files(disk.files) })))
  const changes = changesFor(kind, { seeded, model: moment.model, word: `${kind}-${at}` })
  for (const change of changes.slice(0, -1)) await perform(library, change)
  const before = changes.slice(0, -1).reduce(after, moment.model)
  const change = changes.at(-1) ?? { kind: 'import', briefing: 1 }
  const told = `${fault.name} at operation ${at} of ${JSON.stringify(change)}`
  const judge = { library, findings, told, before, change }
  findings.try()
  disk.breakAt(at, fault)
  const failure = await failureOf(perform(library, change))
  const { isReached } = disk
  if (failure !== null) judgeWords(failure, judge)
  await lookWhileBroken(judge)
  await disk.mend()
  await lookWhenMended(failure, judge)
  await library.close()
  const model = after(before, change)
  await reopen({ options: place.options(), allowed: [model], findings, told: `${told}, reopened` })
  return { model, isReached }
}

interface Judged {
  readonly library: OpenLibrary
  readonly findings: Findings
  readonly told: string
  readonly before: Model
  readonly change: Change
}

/** What a person may hear of a disk. */
const WORDS = /^(?:disk-full|library-(?:not-saved|unreadable|missing|damaged))$/u

/** A failure must be said, and be none that would be taken for a mistake in the program. */
function judgeWords(failure: unknown, { findings, told }: Pick<Judged, 'findings' | 'told'>): void {
  if (failure instanceof ReaderError && WORDS.test(failure.problem.code)) return
  findings.note('unreported', `${told}: ${String(failure)}`)
}

/** On the broken disk a look may be refused, in words; what is shown must be right. */
async function lookWhileBroken({ library, findings, told, before, change }: Judged): Promise<void> {
  try {
    const shown = await lookAt(library)
    if ([before, after(before, change)].some((model) => isSame(shownOf(model), shown))) return
    findings.note('lost', `${told}, still broken: ${JSON.stringify(shown)}`)
  } catch (error) {
    judgeWords(error, { findings, told: `${told}, still broken` })
  }
}

/** What failed is there wholly or not at all, what did not fail is there, and what is not there goes through. */
async function lookWhenMended(failure: unknown, judged: Judged): Promise<void> {
  const { library, findings, told, before, change } = judged
  const changed = after(before, change)
  try {
    const shown = await lookAt(library)
    if (isSame(shownOf(changed), shown)) return
    if (failure === null || !isSame(shownOf(before), shown)) {
      return findings.note('lost', `${told}, mended: ${JSON.stringify(shown)}`)
    }
    await perform(library, change)
    if (!isSame(shownOf(changed), await lookAt(library))) findings.note('lost', `${told}: the second time`)
  } catch (error) {
    findings.note('unreadable', `${told}, mended: ${String(error)}`)
  }
}

async function failureOf(action: Promise<void>): Promise<unknown> {
  try {
    await action
    return null
  } catch (error) {
    return error
  }
}
