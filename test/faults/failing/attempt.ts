import { ReaderError } from '#core/problem/reader-error'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { type Change, perform } from '../changes/change'
import { isSame, lookAt } from '../changes/look-at'
import { after, type Model, shownOf } from '../changes/model'
import type { Findings } from '../findings'
import type { Place } from '../place'
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

/** A library that is open on a disk that can be made to fail. */
export interface Session {
  readonly place: Place
  readonly disk: FailingDisk
  readonly library: OpenLibrary
}

/** Open the library in `place` as a program would that was just started; `null` after noting that it fails. */
export async function openSession({ subject, findings }: Trial, place: Place): Promise<Session | null> {
  const disk = new FailingDisk()
  try {
    const library = subject.library(await openLibrary(place.options({ files: subject.files(disk.files) })))
    return { place, disk, library }
  } catch (error) {
    findings.note('unreadable', `not opened: ${String(error)}`)
    return null
  }
}

/** Find fault with the library that is open, and close it. */
export async function proveWhole({ library }: Session, { findings, kind, fault }: Trial): Promise<void> {
  for (const { message } of await library.check()) {
    findings.note('unclean', `after ${fault.name} in changes of the kind ${kind}: ${message}`)
  }
  await library.close()
}

interface Outcome {
  readonly model: Model
  /** Whether there was such an operation at all. */
  readonly isReached: boolean
  readonly session: Session | null
}

/**
 * Make one change during which the `at`-th operation fails, and judge what is said, what is there, and
 * what is there for the next process. Answers what the library holds in the end, opened anew.
 */
export async function attempt(
  trial: Trial,
  session: Session,
  { model, at }: { readonly model: Model; readonly at: number }
): Promise<Outcome> {
  const { fault, kind, findings, seeded } = trial
  const { library, disk, place } = session
  const changes = changesFor(kind, { seeded, model, word: `${kind}-${at}` })
  for (const change of changes.slice(0, -1)) await perform(library, change)
  const before = changes.slice(0, -1).reduce(after, model)
  const change = changes.at(-1) ?? { kind: 'import', briefing: 1 }
  const told = `${fault.name} at operation ${at} of ${JSON.stringify(change)}`
  const judged = { library, findings, told, before, changed: after(before, change) }
  findings.try()
  disk.breakAt(at, fault)
  const failure = await failureOf(perform(library, change))
  const { isReached } = disk
  if (failure !== null) judgeWords(failure, judged)
  if (fault.lasts) await lookWhileBroken(judged)
  await disk.mend()
  await lookWhenMended(failure, judged, () => perform(library, change))
  await library.close()
  return { model: judged.changed, isReached, session: await lookAnew(trial, place, judged) }
}

interface Judged {
  readonly library: OpenLibrary
  readonly findings: Findings
  readonly told: string
  readonly before: Model
  readonly changed: Model
}

/** What a person may hear of a disk. */
const WORDS = /^(?:disk-full|library-(?:not-saved|unreadable|missing|damaged))$/u

/** A failure must be said, and be none that would be taken for a mistake in the program. */
function judgeWords(failure: unknown, { findings, told }: Pick<Judged, 'findings' | 'told'>): void {
  if (failure instanceof ReaderError && WORDS.test(failure.problem.code)) return
  findings.note('unreported', `${told}: ${String(failure)}`)
}

/** On the broken disk a look may be refused, in words; what is shown must be right. */
async function lookWhileBroken({ library, findings, told, before, changed }: Judged): Promise<void> {
  try {
    const shown = await lookAt(library)
    if ([before, changed].some((model) => isSame(shownOf(model), shown))) return
    findings.note('lost', `${told}, still broken: ${JSON.stringify(shown)}`)
  } catch (error) {
    judgeWords(error, { findings, told: `${told}, still broken` })
  }
}

/** What failed is there wholly or not at all, what did not fail is there, and what is not there goes through. */
async function lookWhenMended(failure: unknown, judged: Judged, again: () => Promise<void>): Promise<void> {
  const { library, findings, told, before, changed } = judged
  try {
    const shown = await lookAt(library)
    if (isSame(shownOf(changed), shown)) return
    if (failure === null || !isSame(shownOf(before), shown)) {
      return findings.note('lost', `${told}, mended: ${JSON.stringify(shown)}`)
    }
    await again()
    if (!isSame(shownOf(changed), await lookAt(library))) findings.note('lost', `${told}, made again`)
  } catch (error) {
    findings.note('unreadable', `${told}, mended: ${String(error)}`)
  }
}

/** The next process finds what this one showed, and nothing that it has to put right. */
async function lookAnew(
  trial: Trial,
  place: Place,
  { findings, told, changed }: Judged
): Promise<Session | null> {
  const session = await openSession(trial, place)
  if (session === null) return null
  try {
    const shown = await lookAt(session.library)
    if (!isSame(shownOf(changed), shown)) findings.note('lost', `${told}, reopened: ${JSON.stringify(shown)}`)
    const notices = session.library.takeNotices()
    if (notices.length > 0) findings.note('unclean', `${told}, reopened: ${notices.join(' ')}`)
  } catch (error) {
    findings.note('unreadable', `${told}, reopened: ${String(error)}`)
  }
  return session
}

async function failureOf(action: Promise<void>): Promise<unknown> {
  try {
    await action
    return null
  } catch (error) {
    return error
  }
}
