import type { ReaderApi } from '../contract/api'
import type { AnnotationPlaces } from './annotate'
import { addEdition } from './import-briefings'
import type { ReaderHost } from './ports'

/** The use case that makes of two briefings two editions of one. */
export function joinCalls(host: ReaderHost, places: AnnotationPlaces): Pick<ReaderApi, 'joinEditions'> {
  const { library } = host
  return {
    async joinEditions({ id, into }) {
      const { edition } = await places.texts.briefing(id)
      await places.texts.briefing(into)
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
      return { ...joined, briefing, source: file.source, duplicate: false, resembles: null, warnings: [] }
    }
  }
}
