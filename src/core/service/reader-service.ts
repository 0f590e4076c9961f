import * as v from 'valibot'
import type { ImportReport, ReaderApi } from '../contract/api'
import { packMarks } from '../contract/packed-marks'
import { ReaderError } from '../problem/reader-error'
import { annotationCalls } from './annotate'
import { backupCalls } from './backup-calls'
import { BriefingTexts } from './briefing-texts'
import { checkCalls } from './check-calls'
import { editionCalls } from './edition-calls'
import { citationCalls } from './find-cited'
import { exportCalls } from './export-briefings'
import { gatherCalls } from './gather-annotations'
import { importBriefings } from './import-briefings'
import { interchangeCalls } from './interchange-calls'
import { markingCalls } from './marking-calls'
import { PlacedMarkings } from './placed-markings'
import { Placing } from './placing'
import type { ReaderHost } from './ports'
import { SettingsSchema } from '../settings/settings'
import { trashCalls } from './trash-calls'

/** The name that text without a file goes by. */
const PASTED = 'Pasted text'

/** The use cases of the program over one host: the window is one, the command line another. */
export function createReaderService(host: ReaderHost): ReaderApi {
  const { library, desktop, settings } = host
  const texts = new BriefingTexts(library)
  const placing = new Placing(host, texts)
  const markings = new PlacedMarkings(library, texts)
  const places = { texts, placing }
  const importPaths = async (paths: readonly string[], editionOf?: string): Promise<ImportReport> =>
    importBriefings(host, places, { sources: await host.importer.expand(paths), editionOf })
  const importBytes = (name: string, bytes: Uint8Array, editionOf?: string): Promise<ImportReport> =>
    importBriefings(host, places, { sources: [{ kind: 'bytes', name, bytes }], editionOf })

  const annotations = annotationCalls(host, places)

  return {
    ...annotations,
    ...gatherCalls(host, places),
    ...interchangeCalls(host, places, annotations.listAnnotations),
    ...editionCalls(host, places),
    ...markingCalls(host, { texts, markings }),
    ...exportCalls(host, { ...places, markings }),
    ...trashCalls(host, texts),
    ...backupCalls(host),
    ...checkCalls(host),
    ...citationCalls(library, texts),

    listBriefings: () => library.list(),
    async openBriefing({ id, edition: wanted }) {
      const briefing = await texts.briefing(id)
      const edition = wanted ?? briefing.edition
      const tree = await library.tree(id, edition)
      const editions = await library.editions(id)
      const marked = await markings.all(id, edition)
      const position = await library.readingPosition(id)
      const warnings = library.takeNotices()
      return { briefing, edition, editions, tree, markings: marked, position, warnings }
    },
    async readMarks({ briefing, edition }) {
      const text = await texts.text(briefing, edition)
      const placed = await placing.all(briefing, edition)
      await host.pause()
      const packed = packMarks(placed, text)
      await host.pause()
      return { packed, warnings: library.takeNotices() }
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

    importFiles: ({ paths, editionOf }) => importPaths(paths, editionOf),
    importText: ({ text }) => importBytes(PASTED, new TextEncoder().encode(text)),
    importBytes: ({ name, bytes, editionOf }) => importBytes(name, bytes, editionOf),
    async chooseFiles() {
      const paths = await desktop.chooseFiles()
      return paths === null ? null : importPaths(paths)
    },

    readSettings: () => settings.read(),
    async saveSettings({ settings: wanted }) {
      await settings.save(v.parse(SettingsSchema, wanted))
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
    async copyText({ text, html = null }) {
      await desktop.copyText({ text, html })
      return null
    }
  }
}
