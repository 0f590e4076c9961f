import * as v from 'valibot'
import { preflightOf } from '../audience/preflight'
import type { ReaderApi } from '../contract/api'
import { ExportOptionsSchema } from '../print/export-options'
import { ReaderError } from '../problem/reader-error'
import { exportName } from './export-name'
import type { ReaderHost } from './ports'
import { type PrintPlaces, preparePrint } from './print-job'

/** The use cases that hand on briefings as one PDF, and say beforehand what is in it. */
export function exportCalls(
  host: ReaderHost,
  places: PrintPlaces
): Pick<ReaderApi, 'exportPdf' | 'cancelExport' | 'preflight'> {
  let ending = new AbortController()
  return {
    async cancelExport() {
      ending.abort()
      ending = new AbortController()
      return null
    },
    async preflight({ ids, options }) {
      const wanted = v.parse(ExportOptionsSchema, options)
      const { audience, profile, marking, files } = await preparePrint(host, places, { ids, options: wanted })
      return preflightOf({
        ...audience,
        ...{ profile: profile?.name ?? null, marking, attachments: files },
        said: wanted.marking ?? null
      })
    },
    async exportPdf({ ids, options }) {
      const { signal } = ending
      const wanted = v.parse(ExportOptionsSchema, options)
      const prepared = await preparePrint(host, places, { ids, options: wanted })
      const [first] = prepared.briefings
      if (first === undefined) return null
      const target = await host.desktop.choosePdfPath(exportName(wanted.title ?? first.title, first.date))
      if (target === null) return null
      const onProgress = host.onExportProgress
      const printed = await host.printer.print(await prepared.job(), { signal, onProgress })
      if (signal.aborted) throw new ReaderError({ code: 'print-cancelled' })
      const sha256 = await host.writeFile(target, printed.bytes)
      const { pages, annotations, form } = printed
      return { path: target.path, pages, annotations, sha256, form }
    }
  }
}
