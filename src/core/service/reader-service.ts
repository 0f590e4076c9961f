import type { ImportReport, ReaderApi } from '../contract/api'
import { ReaderError } from '../problem/reader-error'
import { annotationCalls, placedAnnotations } from './annotate'
import { backupCalls } from './backup-calls'
import { BriefingTexts } from './briefing-texts'
import { checkCalls } from './check-calls'
import { exportCalls } from './export-briefings'
import { importBriefings } from './import-briefings'
import type { ReaderHost } from './ports'
import { trashCalls } from './trash-calls'

/** The name that text without a file goes by. */
const PASTED = 'Pasted text'

/** The use cases of the program over one host: the window is one, the command line another. */
export function createReaderService(host: ReaderHost): ReaderApi {
  const { library, desktop, settings } = host
  const texts = new BriefingTexts(library)
  const importPaths = async (paths: readonly string[]): Promise<ImportReport> =>
    importBriefings(host, await host.importer.expand(paths))
  const importBytes = (name: string, bytes: Uint8Array): Promise<ImportReport> =>
    importBriefings(host, [{ kind: 'bytes', name, bytes }])

  return {
    ...annotationCalls(host, texts),
    ...exportCalls(host, texts),
    ...trashCalls(host, texts),
    ...backupCalls(host),
    ...checkCalls(host),

    listBriefings: () => library.list(),
    async openBriefing({ id, edition }) {
      const briefing = await texts.briefing(id)
      const tree = await library.tree(id, edition ?? briefing.edition)
      const annotations = await placedAnnotations(host, texts, id)
      const position = await library.readingPosition(id)
      return { briefing, tree, annotations, position, warnings: library.takeNotices() }
    },
    async renameBriefing({ id, title }) {
      await texts.briefing(id)
      const kept = title.replace(/\s+/gu, ' ').trim()
      if (kept === '') throw new ReaderError({ code: 'title-empty' })
      return library.rename(id, kept)
    },
    async saveReadingPosition({ id, position }) {
      await texts.briefing(id)
      await library.saveReadingPosition(id, position)
      return null
    },

    importFiles: ({ paths }) => importPaths(paths),
    importText: ({ text }) => importBytes(PASTED, new TextEncoder().encode(text)),
    importBytes: ({ name, bytes }) => importBytes(name, bytes),
    async chooseFiles() {
      const paths = await desktop.chooseFiles()
      return paths === null ? null : importPaths(paths)
    },

    readSettings: () => settings.read(),
    async saveSettings({ settings: wanted }) {
      await settings.save(wanted)
      return settings.read()
    },

    async showFile({ path }) {
      await desktop.showFile(path)
      return null
    },
    async openLink({ address }) {
      await desktop.openLink(address)
      return null
    },
    async copyText({ text }) {
      await desktop.copyText(text)
      return null
    }
  }
}
