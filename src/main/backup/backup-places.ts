import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'

/** The folder beside the zips that holds what never changes, each file once, under its SHA-256. */
export const BESIDE = 'files'

const ZIP_NAME = /^Briefing Reader (\d{6,}) \d{4}-\d{2}-\d{2}\.zip$/u

/** The folder of one library's backups under `base`: libraries of one name must not mix. */
export function folderOfBackups(base: string, library: string): string {
  const name = basename(library).replace(/[^\p{L}\p{N} ._-]/gu, '') || 'library'
  return join(base, `${name}-${createHash('sha256').update(library).digest('hex').slice(0, 8)}`)
}

/** The name of a backup's zip: in a folder the last one stands last. `made` is RFC 3339. */
export function zipName(sequence: number, made: string): string {
  return `Briefing Reader ${String(sequence).padStart(6, '0')} ${made.slice(0, 10)}.zip`
}

/** The sequence number in a zip's name, or `null` when it is not a backup's name. */
export function sequenceOf(name: string): number | null {
  const [, digits] = ZIP_NAME.exec(name) ?? []
  return digits === undefined ? null : Number(digits)
}
