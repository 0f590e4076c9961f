import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { problemOf } from '#core/problem/reader-error'
import { damaged } from './damage'
import { firstCopyOf, IN_TWO_COPIES, type LibraryFile, OF_THE_CACHE, otherCopyOf, pickFile } from './files'
import type { DirectReader } from './open-directly'
import type { DamageTrial } from './prove-damage'

/** Damage one file and read it by itself. */
export async function tryReading(trial: DamageTrial, reader: DirectReader): Promise<void> {
  const { place, findings, seeded } = trial
  const file = pickFile(trial.files, seeded)
  const damage = damaged(file.bytes, seeded)
  const story = `${damage.told} in ${file.path}, read by itself`
  const path = join(place.root, file.path)
  const expected = await whole(trial, file, reader)
  writeFileSync(path, damage.bytes)
  let isTold = false
  const seen = await reader
    .read(file, () => void (isTold = true))
    .catch((error: unknown) => {
      isTold = true
      return `refused: ${problemOf(error).code}`
    })
  judge({ file, seen, expected, isTold }, (kind, told) => findings.note(kind, `${story}${told}`))
  if (!isKeptAt(path, damage.bytes) && !OF_THE_CACHE.has(file.kind))
    findings.note('lost', `${story}: not kept`)
  putBack(trial, file)
}

/** What the undamaged file gives: read once, since taking up a file may change what lies beside it. */
async function whole(trial: DamageTrial, file: LibraryFile, reader: DirectReader): Promise<string> {
  const known = trial.wholes.get(file.path)
  if (known !== undefined) return known
  const read = await reader.read(file, () => undefined)
  putBack(trial, file)
  trial.wholes.set(file.path, read)
  return read
}

interface Reading {
  readonly file: LibraryFile
  readonly seen: string
  readonly expected: string
  readonly isTold: boolean
}

function judge(
  { file: { kind, path }, seen, expected, isTold }: Reading,
  note: (kind: 'lost' | 'unreported', told: string) => void
): void {
  const isSame = seen === expected
  if (IN_TWO_COPIES.has(kind)) {
    if (!isSame) note('lost', `: read ${seen}, not ${expected}`)
    // The second tree is read only when the first is damaged, and by `check`.
    if (!isTold && !(kind === 'tree' && path !== firstCopyOf(path))) note('unreported', '')
  } else if (kind === 'catalogue') {
    if (!isSame && seen !== 'null') note('lost', `: read ${seen}`)
  } else if (kind === 'marker') {
    // A marker that names another catalogue than the one that is kept is not believed.
    if (isSame) note('lost', `: read ${seen}`)
  } else if (kind === 'history') {
    if (!isPartOf(seen, expected)) note('lost', `: read ${seen}`)
  } else if (kind === 'picture' ? seen !== '"null"' : seen !== 'refused: original-damaged') {
    note('unreported', `: read ${seen}`)
  }
}

/** Lines of a history are whole or passed over. */
function isPartOf(seen: string, expected: string): boolean {
  if (!seen.startsWith('[')) return false
  const lines = new Set((JSON.parse(expected) as readonly unknown[]).map((line) => JSON.stringify(line)))
  return (JSON.parse(seen) as readonly unknown[]).every((line) => lines.has(JSON.stringify(line)))
}

function isKeptAt(path: string, bytes: Uint8Array): boolean {
  const name = basename(path)
  const names = readdirSync(dirname(path)).filter(
    (found) => found === name || found.startsWith(`${name}.damaged-`)
  )
  return names.some((found) => readFileSync(join(dirname(path), found)).equals(bytes))
}

function putBack({ place, pristine }: DamageTrial, { path }: LibraryFile): void {
  const folder = dirname(path)
  for (const name of readdirSync(join(place.root, folder))) {
    if (!pristine.has(join(folder, name))) rmSync(join(place.root, folder, name))
  }
  for (const copy of [path, otherCopyOf(path)]) {
    const bytes = pristine.get(copy)
    if (bytes != null) writeFileSync(join(place.root, copy), bytes)
  }
}
