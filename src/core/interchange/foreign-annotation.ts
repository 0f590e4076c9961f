import type { AnnotationType, Color, Style } from '../annotation/annotation'

/** An annotation as another program, or this one elsewhere, says it: read, but not yet put anywhere. */
export interface ForeignAnnotation {
  /** Its address, when it has one. */
  readonly id: string | null
  readonly targets: readonly ForeignTarget[]
  /** Markdown. */
  readonly note: string
  readonly tags: readonly string[]
  readonly type: AnnotationType
  readonly owner: string
  readonly due: string | null
  readonly color: Color | null
  readonly style: Style | null
  readonly author: string
  /** RFC 3339 in UTC; `null` where it does not say. */
  readonly created: string | null
  readonly modified: string | null
}

/** What an annotation is about. */
export interface ForeignTarget {
  /** The address of a document, or of another annotation; `null` when none is named. */
  readonly source: string | null
  /** Any one of them tells the passage; none: the whole document. */
  readonly selectors: readonly ForeignSelector[]
}

/** Words as the W3C quotes them (Web Annotation Data Model, section 4.2.4). */
export interface ForeignQuote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** One way to say where a passage lies. */
export type ForeignSelector = {
  /** What narrows it down further. */
  readonly refinedBy: readonly ForeignSelector[]
} & (
  | { readonly kind: 'quote'; readonly quote: ForeignQuote }
  /** In code points, if it is as the W3C says. */
  | { readonly kind: 'position'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'range'
      readonly from: readonly ForeignSelector[]
      readonly to: readonly ForeignSelector[]
    }
  /** Of a kind that says nothing about a text: `CssSelector`, … */
  | { readonly kind: 'other'; readonly type: string }
)

/** What one annotation of a file is: itself, or what is wrong with it, in words. */
export type ReadAnnotation =
  | { readonly ok: true; readonly annotation: ForeignAnnotation }
  | { readonly ok: false; readonly reason: string }
