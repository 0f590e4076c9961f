import type { ImportedBriefing, ReaderApi } from '../contract/api'
import type { ImportedDocument } from '../import/imported-file'
import type { ReaderHost } from '../service/ports'
import { createReaderService } from '../service/reader-service'
import { createFakeHost, type FakeHost } from './fake-host'

/** A briefing of five lines. */
export const FIRST = [
  'Ankara talks',
  'The ministers met in Ankara on Monday to speak about grain.',
  'A joint office opens in the spring, and both sides pay for it.',
  'The next meeting will take place in Oslo before the end of June.',
  'Observers were not admitted to the last session.'
].join('\n')
/** Its second edition: a word replaced, words changed, a line gone and another in its place. */
export const SECOND = FIRST.replace('on Monday', 'on Tuesday')
  .replace('opens in the spring', 'opens in the early autumn')
  .replace('Observers were not admitted to the last session.', 'A declaration was read at the end.')
const OTHER = 'Harvest\nThe harvest was poor in the north and fair in the south of the country this year.'

/** With one word replaced. */
export const CORRECTED = FIRST.replace('on Monday', 'on Tuesday')
const FILES = {
  '/first.txt': FIRST,
  '/second.txt': SECOND,
  '/corrected.txt': CORRECTED,
  '/other.txt': OTHER
}

/** A library in memory whose files say what `facts` says of them. */
export function openLibrary(
  facts: Readonly<Record<string, Partial<ImportedDocument>>> = {},
  files: Readonly<Record<string, string>> = FILES
): {
  readonly api: ReaderApi
  readonly host: FakeHost
} {
  const host = createFakeHost(files)
  const importer: ReaderHost['importer'] = {
    ...host.importer,
    async read(source) {
      const file = await host.importer.read(source)
      return { ...file, document: { ...file.document, ...facts[file.source] } }
    }
  }
  return { api: createReaderService({ ...host, importer }), host }
}

/** Import one file, and answer what became of it. */
export async function imported(api: ReaderApi, path: string, editionOf?: string): Promise<ImportedBriefing> {
  const [only] = (await api.importFiles({ paths: [path], editionOf })).imported
  if (only === undefined) throw new Error(`not imported: ${path}`)
  return only
}

/** Mark words, and answer the mark's id. */
export async function markWords(api: ReaderApi, briefing: string, exact: string): Promise<string> {
  return (await api.annotateQuote({ briefing, quote: { exact, prefix: '', suffix: '' } })).id
}

/** Quote and status of each mark in an edition. */
export async function marksIn(api: ReaderApi, briefing: string, edition: number): Promise<readonly string[]> {
  const marks = await api.listAnnotations({ briefing, edition })
  return marks.map(({ quote, status }) => `${status}: ${quote}`)
}
