import { nodeFiles } from '../../../src/main/store/files/node-files'
import { openLibrary } from '../../../src/main/store/open-library'
import { perform } from '../changes/change'
import { chooseChange } from '../changes/choose-change'
import { isSame, lookAt } from '../changes/look-at'
import { after, type Model, shownOf } from '../changes/model'
import { Findings } from '../findings'
import { type Place, placeInMemory } from '../place'
import { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { WRONG_CLOCKS, type WrongClock } from './clocks'

interface Scope {
  /** Histories of two devices. */
  readonly histories: number
  readonly seed: number
  readonly untilRed?: boolean
}

const SESSIONS = 6
const CHANGES_PER_SESSION = 6

/**
 * P15: two devices with wrong clocks change one library in turn, each having seen what the other did.
 * After every session everything is as the last change left it, whatever the clocks said, and nothing
 * has grown old in the trash.
 */
export async function proveClocks(subject: Subject, { histories, seed, untilRed }: Scope): Promise<Findings> {
  const findings = new Findings()
  const seeded = new Seeded(seed)
  for (let history = 0; history < histories && !(untilRed === true && findings.isRed); history += 1) {
    findings.try()
    const place = await placeInMemory()
    const clocks = [seeded.pick(WRONG_CLOCKS), seeded.pick(WRONG_CLOCKS)]
    let model: Model | null = {}
    for (let session = 0; session < SESSIONS && model !== null; session += 1) {
      const clock = clocks[session % 2] ?? seeded.pick(WRONG_CLOCKS)
      const device = session % 2 === 0 ? 'one' : 'two'
      const told = `history ${history}, session ${session} of device ${device}, whose clock is ${clock.name}`
      model = await live({ subject, place, seeded, findings, told, device, clock }, model)
    }
    await place.remove()
  }
  return findings
}

interface Session {
  readonly subject: Subject
  readonly place: Place
  readonly seeded: Seeded
  readonly findings: Findings
  readonly told: string
  readonly device: string
  readonly clock: WrongClock
}

/** Look at what the other device left, change it, and answer what must be there now. */
async function live(session: Session, model: Model): Promise<Model | null> {
  const { subject, place, seeded, findings, told, device, clock } = session
  const files = subject.files(nodeFiles)
  const options = place.options({ device, files, clock: clock.start(seeded) })
  const library = subject.library(await openLibrary(options))
  let now = model
  const changes: string[] = []
  try {
    for (let count = 0; count <= CHANGES_PER_SESSION; count += 1) {
      const shown = await lookAt(library)
      if (!isSame(shownOf(now), shown)) {
        findings.note(
          'lost',
          `${told}, after ${changes.join()}: ${JSON.stringify(shown)}, not ${JSON.stringify(shownOf(now))}`
        )
        return null
      }
      const change = chooseChange(seeded, now, `${device}-${told.length}-${seeded.below(1_000_000)}`)
      changes.push(JSON.stringify(change))
      await perform(library, change)
      now = after(now, change)
    }
    const { briefings, annotations } = await library.expiredTrash()
    if (briefings.length + annotations.length > 0)
      findings.note('lost', `${told}: too early out of the trash`)
    for (const { message } of await library.check()) findings.note('unclean', `${told}: ${message}`)
    return now
  } catch (error) {
    findings.note('unreadable', `${told}, after ${changes.join()}: ${String(error)}`)
    return null
  } finally {
    await library.close()
  }
}
