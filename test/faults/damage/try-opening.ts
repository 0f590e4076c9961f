import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { openLibrary } from '../../../src/main/store/open-library'
import { lookAtParts } from '../changes/look-at'
import { buildState, readState } from '../disk-state'
import { damaged } from './damage'
import {
  briefingOf,
  IN_TWO_COPIES,
  isKept,
  type LibraryFile,
  OF_THE_CACHE,
  otherCopyOf,
  pickFile
} from './files'
import type { DamageTrial } from './prove-damage'

/** Damage one file and open the library. */
export async function tryFile(trial: DamageTrial): Promise<void> {
  const file = pickFile(trial.files, trial.seeded)
  await damageAndOpen(trial, [file], (part) => {
    const { kind, path } = file
    if (kind !== 'original' && kind !== 'picture') return false
    return part === `${briefingOf(path)} ${kind === 'original' ? 'original' : 'pictures'}`
  })
}

/** Damage both copies of a document and open the library: only its own briefing may show less. */
export async function tryBothCopies(trial: DamageTrial): Promise<void> {
  const { files, seeded } = trial
  const one = pickFile(
    files.filter(({ kind }) => IN_TWO_COPIES.has(kind)),
    seeded
  )
  const other = files.find(({ path }) => path === otherCopyOf(one.path))
  const briefing = briefingOf(one.path)
  await damageAndOpen(
    trial,
    other === undefined ? [one] : [one, other],
    (part) => briefing !== null && part.startsWith(briefing)
  )
}

/** `mayDiffer` says of a part whether it may be refused, or shown without what was damaged. */
async function damageAndOpen(
  { subject, place, pristine, parts, findings, seeded }: DamageTrial,
  files: readonly LibraryFile[],
  mayDiffer: (part: string) => boolean
): Promise<void> {
  const damages = files.map((file) => ({ ...file, ...damaged(file.bytes, seeded) }))
  for (const { path, bytes } of damages) writeFileSync(join(place.root, path), bytes)
  const story = damages.map(({ told, path }) => `${told} in ${path}`).join(' and ')
  try {
    const library = await openLibrary(place.options({ files: subject.files(nodeFiles) }))
    const seen = await lookAtParts(library)
    const others = [...parts].filter(([part, shown]) => seen.get(part) !== shown && !mayDiffer(part))
    if (others.length > 0) findings.note('lost', `${story}: ${JSON.stringify(others)}`)
    const faults = (await library.check()).map(({ message }) => message)
    const sentences = [...library.takeNotices(), ...faults]
    await library.close()
    const names = damages.map(({ path }) => basename(path).replace(/(?:\.copy)?\.json$/u, ''))
    if (mustBeTold(damages) && sentences.length === 0) findings.note('unreported', story)
    const alien = sentences.filter((sentence) => !names.some((name) => sentence.includes(name)))
    if (alien.length > 0 && files.length === 1) findings.note('unclean', `${story}: ${alien.join(' ')}`)
  } catch (error) {
    findings.note('unreadable', `${story}: ${String(error)}`)
  }
  const left = readState(place.root)
  for (const damage of damages) {
    if (!OF_THE_CACHE.has(damage.kind) && !isKept(left, damage)) findings.note('lost', `${story}: not kept`)
  }
  buildState(place.root, pristine)
}

function mustBeTold(damages: readonly LibraryFile[]): boolean {
  return damages.some(({ kind }) => !OF_THE_CACHE.has(kind) && kind !== 'history')
}
