import * as v from 'valibot'
import type { ReaderApi } from '../contract/api'
import { ExportOptionsSchema } from '../print/export-options'
import { ReaderError } from '../problem/reader-error'
import type { AnnotationPlaces } from './annotate'
import { exportName } from './export-name'
import type { PrintItem, PrintJob, ReaderHost } from './ports'
import { PreviewedPrint } from './previewed-print'

type Wanted = Parameters<ReaderApi['previewPdf']>[0]

/** The use cases that hand on briefings as one PDF. */
export function exportCalls(
  host: ReaderHost,
  places: AnnotationPlaces
): Pick<ReaderApi, 'exportPdf' | 'previewPdf' | 'printPdf' | 'cancelExport'> {
  const previewed = new PreviewedPrint(host)
  let ending = new AbortController()
  return {
    async cancelExport() {
      ending.abort()
      ending = new AbortController()
      previewed.end()
      return null
    },
    async previewPdf(wanted) {
      const { signal } = ending
      const job = await printJob(host, places, wanted)
      if (signal.aborted) throw new ReaderError({ code: 'print-cancelled' })
      return previewed.preview(job)
    },
    async printPdf(wanted) {
      const { signal } = ending
      const job = await printJob(host, places, wanted)
      return host.printer.printOnPaper(job, { signal, onProgress: host.onExportProgress })
    },
    async exportPdf(wanted) {
      const { signal } = ending
      const target = await host.desktop.choosePdfPath(await nameFor(places, wanted))
      if (target === null) return null
      const job = await printJob(host, places, wanted)
      const watch = { signal, onProgress: host.onExportProgress }
      const printed = await (previewed.of(job) ?? host.printer.print(job, watch))
      if (signal.aborted) throw new ReaderError({ code: 'print-cancelled' })
      const sha256 = await host.writeFile(target, printed.bytes)
      const { pages, annotations, form } = printed
      return { path: target.path, pages, annotations, sha256, form }
    }
  }
}

/** Everything that is printed, as it is now. */
async function printJob(
  host: ReaderHost,
  { texts, placing }: AnnotationPlaces,
  { ids, options }: Wanted
): Promise<PrintJob> {
  const items: PrintItem[] = []
  for (const id of ids) {
    const briefing = await texts.briefing(id)
    const tree = await host.library.tree(id, briefing.edition)
    items.push({ briefing, tree, annotations: await placing.all(id, briefing.edition) })
  }
  const { colorNames } = await host.settings.read()
  return { items, options: v.parse(ExportOptionsSchema, options), colorNames }
}

/** What the file is called that the person is asked about. */
async function nameFor({ texts }: AnnotationPlaces, { ids, options }: Wanted): Promise<string> {
  const [first] = await Promise.all(ids.map((id) => texts.briefing(id)))
  return exportName(options.title ?? first?.title ?? '', first?.date ?? null)
}
