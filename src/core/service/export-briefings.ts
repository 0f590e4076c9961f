import * as v from 'valibot'
import { preflightOf } from '../audience/preflight'
import type { ReaderApi } from '../contract/api'
import { ExportOptionsSchema } from '../print/export-options'
import { WORDS } from '../print/print-words'
import { ReaderError } from '../problem/reader-error'
import { exportName } from './export-name'
import type { ReaderHost } from './ports'
import { PreviewedPrint } from './previewed-print'
import { type PreparedPrint, type PrintPlaces, preparePrint } from './print-job'

type Wanted = Parameters<ReaderApi['previewPdf']>[0]

/** The use cases that hand on briefings as one PDF, and say beforehand what is in it. */
export function exportCalls(
  host: ReaderHost,
  places: PrintPlaces
): Pick<ReaderApi, 'exportPdf' | 'previewPdf' | 'printPdf' | 'preflight' | 'cancelExport'> {
  const previewed = new PreviewedPrint(host)
  const prepare = ({ ids, options }: Wanted): Promise<PreparedPrint> =>
    preparePrint(host, places, { ids, options: v.parse(ExportOptionsSchema, options) })
  let ending = new AbortController()
  return {
    async cancelExport() {
      ending.abort()
      ending = new AbortController()
      previewed.end()
      return null
    },
    async preflight(wanted) {
      const { audience, profile, marking, said, files } = await prepare(wanted)
      return preflightOf({
        ...audience,
        ...{ profile: profile?.name ?? null, said, marking, attachments: files }
      })
    },
    async previewPdf(wanted) {
      const { signal } = ending
      const job = await (await prepare(wanted)).job()
      if (signal.aborted) throw new ReaderError({ code: 'print-cancelled' })
      return previewed.preview(job)
    },
    async printPdf(wanted) {
      const { signal } = ending
      const job = await (await prepare(wanted)).job()
      return host.printer.printOnPaper(job, { signal, onProgress: host.onExportProgress })
    },
    async exportPdf(wanted) {
      const { signal } = ending
      const target = await host.desktop.choosePdfPath(await nameFor(places, wanted))
      if (target === null) return null
      const job = await (await prepare(wanted)).job()
      const watch = { signal, onProgress: host.onExportProgress }
      const printed = await (previewed.of(job) ?? host.printer.print(job, watch))
      if (signal.aborted) throw new ReaderError({ code: 'print-cancelled' })
      const sha256 = await host.writeFile(target, printed.bytes)
      const { pages, annotations, form, missingLetters } = printed
      return { path: target.path, pages, annotations, sha256, form, missingLetters }
    }
  }
}

/** What the file is called that the person is asked about: a pack is of no one day. */
async function nameFor({ texts }: PrintPlaces, { ids, options }: Wanted): Promise<string> {
  const [first, second] = await Promise.all(ids.map((id) => texts.briefing(id)))
  if (second !== undefined) return exportName(options.title ?? WORDS.pack, null)
  return exportName(options.title ?? first?.title ?? '', first?.date ?? null)
}
