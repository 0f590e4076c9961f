import { knownTexts } from '#core/audience/known-texts'
import { privateNote } from '#core/audience/private-note'
import { PrivateWords } from '#core/audience/private-words'
import { ReaderError } from '#core/problem/reader-error'
import type { PrintJob } from '#core/service/ports'
import { textsInPdf } from './texts-in-pdf'

/** A finished file, and what was to be in it. */
export interface ScanInput {
  readonly bytes: Uint8Array
  readonly job: Pick<PrintJob, 'items' | 'options' | 'colorNames' | 'privateNotes'>
}

/**
 * Look for private notes in a finished PDF.
 *
 * @throws ReaderError `private-note-found`
 */
export async function scanPdf({ bytes, job }: ScanInput): Promise<null> {
  const search = new PrivateWords(job.privateNotes.map(privateNote), knownTexts(job))
  for await (const text of textsInPdf(bytes)) {
    const note = search.findIn(text)
    if (note !== null) throw new ReaderError({ code: 'private-note-found', note })
  }
  return null
}
