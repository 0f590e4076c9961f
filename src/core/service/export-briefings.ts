import * as v from 'valibot'
import type { ReaderApi } from '../contract/api'
import { ExportOptionsSchema } from '../print/export-options'
import type { AnnotationPlaces } from './annotate'
import { exportName } from './export-name'
import type { PrintItem, ReaderHost } from './ports'

/** The use case that hands on briefings as one PDF. */
export function exportCalls(
  host: ReaderHost,
  { texts, placing }: AnnotationPlaces
): Pick<ReaderApi, 'exportPdf'> {
  return {
    async exportPdf({ ids, options }) {
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
      const printed = await host.printer.print(items, wanted)
      const sha256 = await host.writeFile(target, printed.bytes)
      return { path: target.path, pages: printed.pages, annotations: printed.annotations, sha256 }
    }
  }
}
