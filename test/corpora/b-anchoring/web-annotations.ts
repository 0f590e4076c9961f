import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { pathOf } from '../items'

const TextQuoteSelector = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string()
})

const WebAnnotations = v.array(
  v.looseObject({
    id: v.string(),
    kind: v.optional(v.string()),
    target: v.looseObject({
      selector: v.union([TextQuoteSelector, v.tuple([TextQuoteSelector])])
    }),
    anchorsTo: v.optional(v.string()),
    expectInV2: v.optional(v.picklist(['same', 'changed', 'gone'])),
    textInV2: v.optional(v.string())
  })
)

/** An annotation of the corpora: its quote, and what is to become of it. */
export interface QuotedAnnotation {
  readonly id: string
  readonly kind: string
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string }
  /** The words that an approximate quote means. */
  readonly anchorsTo: string | null
  readonly expectInV2: 'same' | 'changed' | 'gone' | null
  readonly textInV2: string | null
}

/** The annotations in a file of the corpora. */
export function annotationsIn(path: string): readonly QuotedAnnotation[] {
  const all = v.parse(WebAnnotations, JSON.parse(readFileSync(pathOf(path), 'utf8')))
  return all.map(({ id, kind = '', target, anchorsTo = null, expectInV2 = null, textInV2 = null }) => {
    const selector = 'exact' in target.selector ? target.selector : target.selector[0]
    const { exact, prefix, suffix } = selector
    return { id, kind, quote: { exact, prefix, suffix }, anchorsTo, expectInV2, textInV2 }
  })
}

/**
 * A text without white space, the signs of list items, which the corpora put into one line, and the
 * asterisks of emphasis that was never closed, which Markdown leaves standing.
 */
export function letters(text: string): string {
  return text
    .replace(/\*\*/g, '')
    .replace(/(?<=^|\s)[-*](?=\s|$)/g, '')
    .replace(/\s+/g, '')
}
