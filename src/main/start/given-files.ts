import { resolve } from 'node:path'
import { linkIn } from '#core/cite/deep-link'
import * as v from 'valibot'
import type { ReaderApi } from '#core/contract/api'
import type { TellWindow } from './window-events'

const GivenSchema = v.object({ files: v.array(v.string()), cwd: v.string() })

/** Files and links into the library that the program was started with, here or by a second start. */
export type GivenFiles = v.InferOutput<typeof GivenSchema>

/** What a second start sent along; it is another process, so it is looked at before it is believed. */
export function givenFilesIn(sent: unknown): GivenFiles {
  const given = v.safeParse(GivenSchema, sent)
  return given.success ? given.output : { files: [], cwd: '' }
}

/** Import the files, open the first, and say what did not come in; follow the first link. */
export async function openGivenFiles(
  api: ReaderApi,
  { files, cwd }: GivenFiles,
  tell: TellWindow
): Promise<void> {
  const links = files.filter((given) => linkIn(given) === given)
  const [link] = links
  const paths = files.filter((given) => !links.includes(given)).map((file) => resolve(cwd, file))
  if (paths.length > 0) await importGiven(api, paths, tell)
  if (link !== undefined) tell('follow-link', { link })
}

async function importGiven(api: ReaderApi, paths: readonly string[], tell: TellWindow): Promise<void> {
  const { imported, failed } = await api.importFiles({ paths: [...paths] })
  for (const { problem } of failed) tell('problem', problem)
  const [first] = imported
  if (first === undefined) return
  tell('library-changed', null)
  tell('open-briefing', { id: first.briefing.id })
}
