import type { Attachment } from '#core/audience/attached-file'
import { knownTexts } from '#core/audience/known-texts'
import { privateNote } from '#core/audience/private-note'
import { PrivateWords } from '#core/audience/private-words'
import { ReaderError } from '#core/problem/reader-error'
import type { PrintJob } from '#core/service/ports'
import { ATTACHED_AS } from '../finish/attach-files'
import { textsInPdf } from './texts-in-pdf'

/** A finished file, and what was to be in it. */
export interface ScanInput {
  readonly bytes: Uint8Array
  readonly job: ScannedJob
  /** Name and version of the program, which the file names. */
  readonly producer: string
}

/** A job without what is in its attached files, which are known by their SHA-256. */
export interface ScannedJob extends Pick<PrintJob, 'items' | 'options' | 'colorNames' | 'privateNotes'> {
  readonly attachments: readonly Omit<Attachment, 'bytes'>[]
}

/** What every file says as a value: of its fonts (ISO 32000-1, section 9.7.3), and what it is. */
const IN_EVERY_FILE = ['Identity', 'application/pdf']

/**
 * Look for private notes in a finished PDF. An original that goes along is not searched: it is the very
 * file that was imported, with whatever its author left in it, and the preflight says so.
 *
 * @throws ReaderError `private-note-found`
 */
export async function scanPdf({ bytes, job, producer }: ScanInput): Promise<null> {
  const relations = Object.values(ATTACHED_AS).map(({ description }) => description)
  const known = [...knownTexts(job), ...IN_EVERY_FILE, ...relations, producer]
  const search = new PrivateWords(job.privateNotes.map(privateNote), known)
  const originals = job.attachments.filter(({ kind }) => kind === 'original')
  for await (const { text, plain } of textsInPdf(bytes, new Set(originals.map(({ digest }) => digest)))) {
    const note = search.findIn(text, plain)
    if (note !== null) throw new ReaderError({ code: 'private-note-found', note })
  }
  return null
}
