import { uuidFromDigest } from '../briefing/uuid-from-digest'
import { canonicalJson } from '../store/canonical-json'
import type { ForeignAnnotation } from './foreign-annotation'

const UUID = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u

/** One mark that an annotation gives: one for each passage that it is about. */
export interface ForeignPart {
  readonly briefing: string
  readonly annotation: ForeignAnnotation
  /** From 0. */
  readonly part: number
}

/**
 * The id that a mark from elsewhere goes by, the same each time it comes in, so that it is not made twice.
 *
 * One that was exported from this briefing keeps its own. Any other gets one from its briefing and its
 * address; where that means nothing by itself (`1`), or there is none, from all that it says.
 */
export function foreignId(
  { briefing, annotation, part }: ForeignPart,
  digest: (text: string) => string
): string {
  const { id, targets } = annotation
  const own = UUID.exec(id ?? '')?.[1]
  if (own !== undefined && part === 0 && targets.some(({ source }) => source === `urn:uuid:${briefing}`))
    return own
  const isAbsolute = id !== null && /^[a-z][a-z0-9+.-]*:/iu.test(id)
  const key = isAbsolute ? id : canonicalJson(annotation)
  return uuidFromDigest(digest(`${briefing}\n${part}\n${key}`))
}
