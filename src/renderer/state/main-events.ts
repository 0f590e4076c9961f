import { messageFor } from '#core/problem/message-for'
import { runCommand } from './commands'
import { followLink } from './go-to.svelte'
import type { Reader } from './reader.svelte'

/** Do what main tells the window; answers the function that stops it. */
export function listenToMain(reader: Reader): () => void {
  const { api, notices, library } = reader
  const stops = [
    api.on('command', (command) => runCommand(reader, command)),
    api.on('library-changed', () => void reader.refresh()),
    api.on('open-briefing', ({ id }) => void reader.library.load().then(() => reader.open(id))),
    api.on('greet', ({ id }) => void greet(reader, id)),
    api.on('follow-link', ({ link }) => void followLink(reader, link)),
    api.on('import-progress', (progress) => library.showProgress(progress)),
    api.on('export-progress', (progress) => reader.exporting.hear(progress)),
    api.on('problem', (problem) => notices.warn(messageFor(problem))),
    api.on('restored', (sentence) => notices.warn(sentence))
  ]
  return () => stops.forEach((stop) => stop())
}

/** Open the welcome, unless the person is reading or bringing in something of her own. */
async function greet(reader: Reader, id: string): Promise<void> {
  await reader.library.load()
  if (reader.reading.status === 'none' && !reader.library.isImporting) await reader.open(id)
}
