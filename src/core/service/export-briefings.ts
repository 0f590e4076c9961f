import * as v from 'valibot'
import type { ReaderApi } from '../contract/api'
import { ExportOptionsSchema } from '../print/export-options'
import { ReaderError } from '../problem/reader-error'
import type { AnnotationPlaces } from './annotate'
import { exportName } from './export-name'
import type { PrintItem, ReaderHost } from './ports'

/** The use case that hands on briefings as one PDF. */
export function exportCalls(
  host: ReaderHost,
  { texts, placing }: AnnotationPlaces
): Pick<ReaderApi, 'exportPdf' | 'cancelExport'> {
  let ending = new AbortController()
  return {
    async cancelExport() {
      ending.abort()
      ending = new AbortController()
      return null
    },
    async exportPdf({ ids, options }) {
      const { signal } = ending
      const wanted = v.parse(ExportOptionsSchema, options)
      const briefings = await Promise.all(ids.map((id) => texts.briefing(id)))
      const [first] = briefings
      if (first === undefined) return null
      const target = await host.desktop.choosePdfPath(exportName(wanted.title ?? first.title, first.date))
      if (target === null) return null
      const items: PrintItem[] = []
      for (const briefing of briefings) {
        const tree = await host.library.tree(briefing.id, briefing.edition)
        items.push({ briefing, tree, annotations: await placing.all(briefing.id, briefing.edition) })
      }
      const { colorNames } = await host.settings.read()
      const job = { items, options: wanted, colorNames }
      const onProgress = host.onExportProgress
      const printed = await host.printer.print(job, { signal, onProgress })
      if (signal.aborted) throw new ReaderError({ code: 'print-cancelled' })
      const sha256 = await host.writeFile(target, printed.bytes)
      const { pages, annotations, form } = printed
      return { path: target.path, pages, annotations, sha256, form }
    }
  }
}
