import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { ColorSchema, NoteSchema } from '#core/annotation/annotation'
import type { ReaderApi } from '#core/contract/api'
import { ReaderError } from '#core/problem/reader-error'

const MarksSchema = v.array(v.object({ quote: v.string(), color: ColorSchema, note: NoteSchema }))

/**
 * Bring in the welcome briefing with its sample marks, and answer its id. Marks that a person has
 * deleted stay deleted: only a briefing that comes in now gets them.
 *
 * @throws ReaderError when the library cannot take it, such as on a full disk.
 */
export async function importWelcome(api: ReaderApi, resources: string): Promise<string> {
  const folder = join(resources, 'welcome')
  const bytes = new Uint8Array(await readFile(join(folder, 'welcome.md')))
  const report = await api.importBytes({ name: 'welcome.md', bytes })
  const [imported] = report.imported
  if (imported === undefined) throw new ReaderError(report.failed[0]?.problem ?? { code: 'unexpected' })
  const { id } = imported.briefing
  if (!imported.duplicate) await addMarks(api, id, join(folder, 'marks.json'))
  return id
}

async function addMarks(api: ReaderApi, briefing: string, path: string): Promise<void> {
  const marks = v.parse(MarksSchema, JSON.parse(await readFile(path, 'utf8')))
  for (const { quote, color, note } of marks) {
    await api.annotateQuote({ briefing, quote: { exact: quote, prefix: '', suffix: '' }, color, note })
  }
}
