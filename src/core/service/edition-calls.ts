import type { ImportReport, ReaderApi } from '../contract/api'
import type { AnnotationPlaces } from './annotate'
import { addEdition, importBriefings } from './import-briefings'
import type { ReaderHost } from './ports'

type EditionCalls = Pick<
  ReaderApi,
  'chooseEdition' | 'joinEditions' | 'withdrawEdition' | 'restoreEdition' | 'compareEditions'
>

/** The use cases that make editions of a briefing, take them back, and set two side by side. */
export function editionCalls(host: ReaderHost, places: AnnotationPlaces): EditionCalls {
  const { library } = host
  const { texts } = places
  return {
    async chooseEdition({ editionOf }): Promise<ImportReport | null> {
      await texts.briefing(editionOf)
      const path = await host.desktop.chooseEdition()
      if (path === null) return null
      return importBriefings(host, places, { sources: await host.importer.expand([path]), editionOf })
    },
    async withdrawEdition({ id, sha256 }) {
      const briefing = await library.withdrawEdition(id, sha256)
      texts.forget(id)
      return briefing
    },
    async restoreEdition({ id, sha256 }) {
      const briefing = await library.restoreEdition(id, sha256)
      texts.forget(id)
      return briefing
    },
    async compareEditions({ id, from, to }) {
      await texts.briefing(id)
      const [before, after] = await Promise.all([library.tree(id, from), library.tree(id, to)])
      return host.comparer.compare(before, after)
    },
    async joinEditions({ id, into }) {
      const { edition } = await texts.briefing(id)
      await texts.briefing(into)
      const file = await library.file(id, edition)
      const joined = await addEdition(host, places, { into, file })
      for (const annotation of await library.annotations(id)) {
        if (annotation.edition !== edition) continue
        // A mark has one briefing for good: the one in the trash keeps its own.
        await library.saveAnnotation({
          ...annotation,
          ...{ id: host.newId(), briefing: into, edition: joined.briefing.edition, placements: [] }
        })
      }
      await library.deleteBriefing(id)
      const briefing = (await library.list()).find((summary) => summary.id === into) ?? joined.briefing
      const { source, sha256 } = file
      return { ...joined, briefing, source, sha256, duplicate: false, resembles: null, warnings: [] }
    }
  }
}
