import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { ReaderApi } from '../contract/api'
import type { AnnotationImport } from '../interchange/annotation-import'
import { createReaderService } from '../service/reader-service'
import { createFakeHost, type FakeHost } from './fake-host'

/** A briefing in a library in memory that annotations of other programs are given to. */
export interface AnnotationDesk {
  readonly host: FakeHost
  readonly api: ReaderApi
  readonly id: string
  /** An annotation of this briefing whose passage `selector` tells. */
  readonly about: (selector: unknown, rest?: object) => object
  /** Import a value as JSON. */
  readonly take: (value: unknown, briefing?: string) => Promise<AnnotationImport>
  readonly marks: (briefing?: string) => Promise<readonly PlacedAnnotation[]>
}

/** Open a desk over the first of `files`; the others can be imported. */
export async function openDesk(
  files: Readonly<Record<string, string>>,
  prepare: (host: FakeHost) => void = () => undefined
): Promise<AnnotationDesk> {
  const host = createFakeHost(files)
  prepare(host)
  const api = createReaderService(host)
  const { imported } = await api.importFiles({ paths: Object.keys(files).slice(0, 1) })
  const id = imported[0]?.briefing.id ?? ''
  return {
    ...{ host, api, id },
    about: (selector, rest = {}) => ({
      type: 'Annotation',
      target: { source: `urn:uuid:${id}`, selector },
      ...rest
    }),
    take: (value, briefing = id) =>
      api.importAnnotations({
        briefing,
        name: 'marks.jsonld',
        bytes: new TextEncoder().encode(JSON.stringify(value))
      }),
    marks: (briefing = id) => api.listAnnotations({ briefing })
  }
}

/** A TextQuoteSelector. */
export function quote(exact: string, prefix = '', suffix = ''): object {
  return { type: 'TextQuoteSelector', exact, prefix, suffix }
}
