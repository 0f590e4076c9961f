import { readdirSync, rmSync } from 'node:fs'
import { ReaderError } from '#core/problem/reader-error'
import { openLibrary } from '../../../src/main/store/open-library'
import { isSame, lookAt } from '../changes/look-at'
import { type Model, shownOf } from '../changes/model'
import { Findings } from '../findings'
import { type Place, placeInMemory } from '../place'
import { proveWritable, reopen } from '../reopen'
import type { Subject } from '../subject'
import { FailingDisk, type Fault } from './failing-disk'
import { putLibrary } from './make-library'

/** What is opened. */
const STARTS = ['a library', 'a library without its catalogue', 'a new library'] as const

/**
 * P3, of opening: fail every single file operation while a library is opened or made. It is refused in
 * words for a person or opens with everything in it; nothing is lost, nobody is given an empty library
 * in place of a full one, and once the disk is mended it opens.
 */
export async function proveFailingOpenings(subject: Subject, faults: readonly Fault[]): Promise<Findings> {
  const findings = new Findings()
  await Promise.all(
    faults.map(async (fault) => {
      const place = await placeInMemory()
      for (const start of STARTS) {
        for (let at = 1; ; at += 1) {
          const model = await putStart(place, start)
          const told = `${fault.name} at operation ${at} of opening ${start}`
          if (!(await failOpening({ subject, fault, findings, place, told, model }, at))) break
        }
      }
      await place.remove()
    })
  )
  return findings
}

interface Opening {
  readonly subject: Subject
  readonly fault: Fault
  readonly findings: Findings
  readonly place: Place
  readonly told: string
  readonly model: Model
}

async function putStart(place: Place, start: (typeof STARTS)[number]): Promise<Model> {
  const model = await putLibrary(place)
  if (start === 'a new library') {
    for (const name of readdirSync(place.root)) rmSync(`${place.root}/${name}`, { recursive: true })
    return {}
  }
  if (start === 'a library') {
    const library = await openLibrary(place.options())
    await library.close()
  } else rmSync(place.options().cacheFolder, { recursive: true, force: true })
  return model
}

/** Answers whether there was such an operation at all. */
async function failOpening(opening: Opening, at: number): Promise<boolean> {
  const { subject, fault, findings, place, told, model } = opening
  const disk = new FailingDisk()
  const devices = devicesIn(place)
  findings.try()
  disk.breakAt(at, fault)
  try {
    const library = subject.library(await openLibrary(place.options({ files: subject.files(disk.files) })))
    const { isReached } = disk
    await disk.mend()
    const shown = await lookAt(library)
    if (!isSame(shownOf(model), shown)) findings.note('lost', `${told}: ${JSON.stringify(shown)}`)
    await library.close()
    if (!isReached) return false
  } catch (error) {
    await disk.mend()
    if (!(error instanceof ReaderError && WORDS.test(error.problem.code)))
      findings.note('unreported', `${told}: ${String(error)}`)
  }
  const reopening = { options: place.options(), allowed: [model], findings, told: `${told}, mended` }
  if ((await reopen(reopening)) !== null && at % 5 === 0) await proveWritable(reopening)
  // A second device's document means that the first one's id was lost, and its files with it.
  const now = devicesIn(place)
  if (devices.length > 0 && now.length > devices.length)
    findings.note('lost', `${told}: devices ${now.join()}`)
  return true
}

/** What a person may hear when a library does not open. */
const WORDS = /^(?:disk-full|library-(?:not-saved|unreadable|missing))$/u

function devicesIn({ library }: Place): readonly string[] {
  try {
    return readdirSync(library).filter((name) => /^library\.[0-9a-f]{16}\.json$/u.test(name))
  } catch {
    return []
  }
}
