import type { ReaderApi } from '../contract/api'
import type { AnnotationPlaces } from './annotate'
import { exportName } from './export-name'
import { importAnnotations } from './import-annotations'
import type { ReaderHost } from './ports'
import { writeAnnotations } from './write-annotations'

type InterchangeCalls = Pick<
  ReaderApi,
  | 'importAnnotations'
  | 'chooseAnnotations'
  | 'takeBackImport'
  | 'repeatImport'
  | 'writeAnnotations'
  | 'exportAnnotations'
>

/** The use cases that bring annotations of other programs in, and give ours to them. */
export function interchangeCalls(
  host: ReaderHost,
  places: AnnotationPlaces,
  listAnnotations: ReaderApi['listAnnotations']
): InterchangeCalls {
  const { library, desktop } = host
  return {
    importAnnotations: (file) => importAnnotations(host, places, file),
    async chooseAnnotations({ briefing, edition }) {
      const name = await desktop.chooseAnnotations()
      if (name === null) return null
      return importAnnotations(host, places, { briefing, edition, name, bytes: await host.readFile(name) })
    },
    async takeBackImport({ briefing, changes: { added, updated } }) {
      await library.deleteAnnotations(briefing, added)
      await restoreVersions(
        host,
        briefing,
        updated.map(({ id, before }) => ({ id, key: before }))
      )
      return null
    },
    async repeatImport({ briefing, changes: { added, updated } }) {
      await library.restoreAnnotations(briefing, added)
      await restoreVersions(
        host,
        briefing,
        updated.map(({ id, after }) => ({ id, key: after }))
      )
      return null
    },
    async writeAnnotations({ briefing, edition, format }) {
      return writeAnnotations(host, places, {
        annotations: await listAnnotations({ briefing, edition }),
        format
      })
    },
    async exportAnnotations({ briefing: id, edition, format }) {
      const briefing = await places.texts.briefing(id)
      const target = await desktop.chooseListPath(exportName(briefing.title, briefing.date, format))
      if (target === null) return null
      const annotations = await listAnnotations({ briefing: id, edition })
      const text = await writeAnnotations(host, places, { annotations, format })
      await host.writeFile(target, new TextEncoder().encode(text))
      return { path: target.path, annotations: annotations.length }
    }
  }
}

async function restoreVersions(
  { library, now }: ReaderHost,
  briefing: string,
  wanted: readonly { readonly id: string; readonly key: string }[]
): Promise<void> {
  const versions = await Promise.all(
    wanted.map(async ({ id, key }) =>
      (await library.annotationVersions(briefing, id)).find((version) => version.key === key)
    )
  )
  const again = versions.flatMap((version) => version?.annotation ?? [])
  if (again.length > 0) {
    await library.saveAnnotations(
      briefing,
      again.map((annotation) => ({ ...annotation, modified: now() }))
    )
  }
}
