import * as v from 'valibot'
import type { BriefingFacts } from '../briefing/briefing'
import { briefingIdFrom } from '../briefing/briefing-id'
import type { DocumentType } from './document'

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))

const SourceSchema = v.looseObject({
  sha256: Sha256,
  size: v.number(),
  extension: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,16}$/u)),
  name: v.string(),
  imported: v.string(),
  tree: Sha256,
  assets: v.array(v.string()),
  title: v.string(),
  date: v.nullable(v.string()),
  language: v.nullable(v.string()),
  dir: v.picklist(['ltr', 'rtl']),
  tags: v.array(v.string()),
  sourceUrl: v.nullable(v.string()),
  words: v.number(),
  encoding: v.string(),
  warnings: v.array(v.string())
})

/** What is known of one edition since its import: `source.json`, written once. */
export interface SourceContent extends BriefingFacts {
  /** Of the original. */
  readonly sha256: string
  /** Bytes of the original. */
  readonly size: number
  readonly extension: string
  /** The file's name as the person gave it, without its folders, which are nobody else's business. */
  readonly name: string
  /** RFC 3339 in UTC. */
  readonly imported: string
  /** SHA-256 of `tree.json`. */
  readonly tree: string
  readonly assets: readonly string[]
  readonly encoding: string
  readonly warnings: readonly string[]
}

/** A source has no empty form: an edition without one is not there. */
export const SOURCE: DocumentType<SourceContent | null> = {
  kind: 'source',
  fits: (content): content is SourceContent => v.is(SourceSchema, content),
  empty: null
}

/**
 * The editions of a briefing in the order of their numbers: first the one that gave the briefing its
 * id, then by the time of import.
 */
export function inEditionOrder(id: string, sources: readonly SourceContent[]): readonly SourceContent[] {
  const rank = (source: SourceContent): number => (briefingIdFrom(source.sha256) === id ? 0 : 1)
  return [...sources].sort(
    (a, b) =>
      rank(a) - rank(b) || Date.parse(a.imported) - Date.parse(b.imported) || (a.sha256 < b.sha256 ? -1 : 1)
  )
}
