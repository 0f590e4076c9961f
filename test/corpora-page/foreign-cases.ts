import * as v from 'valibot'
import { corpus } from './corpus'

const Points = v.object({
  startContainerXPath: v.string(),
  startOffset: v.number(),
  endContainerXPath: v.string(),
  endOffset: v.number()
})

/** Two points of a page, by the paths of their nodes. */
export type Points = v.InferOutput<typeof Points>

const Position = v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() })
const Quote = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), '')
})
const RangeSelector = v.object({
  type: v.literal('RangeSelector'),
  startContainer: v.string(),
  startOffset: v.number(),
  endContainer: v.string(),
  endOffset: v.number()
})

/** A way of saying where an annotation stands. */
export const Selector = v.variant('type', [Position, Quote, RangeSelector])
export type Selector = v.InferOutput<typeof Selector>

const MatchCase = v.object({
  html: v.string(),
  selector: v.variant('type', [Position, Quote]),
  expected: v.array(Points)
})
/** Apache Annotator: a selector and every range that it names. */
export const MatchCases = v.object({ cases: v.record(v.string(), MatchCase) })

const DescribeCase = v.object({ html: v.string(), range: Points, expected: Quote })
/** Apache Annotator: a range and a quote that names it. */
export const DescribeCases = v.object({ cases: v.record(v.string(), v.record(v.string(), DescribeCase)) })

/** Apache Annotator: elements by CSS. */
export const CssCases = v.object({ cases: v.record(v.string(), v.object({ html: v.string() })) })

const Point = v.union([v.string(), v.number()])
/** Hypothesis: a range, by indexes of text nodes or paths from the body, and its words. */
export const RangeSpecs = v.object({
  cases: v.array(
    v.object({
      name: v.string(),
      start: Point,
      startOffset: v.number(),
      end: Point,
      endOffset: v.number(),
      quote: v.string()
    })
  )
})

/** Hypothesis: the answer of its search. */
export const SearchAnswer = v.object({
  rows: v.array(v.object({ id: v.string(), target: v.tuple([v.object({ selector: v.array(Selector) })]) }))
})

const Target = v.object({ selector: v.array(Selector) })
/** Recogito: annotations of the W3C model, whose target may be a list. */
export const W3cAnnotations = v.array(
  v.object({ id: v.string(), target: v.union([Target, v.tuple([Target])]) })
)

/** A file of the corpora as it must be. */
export async function readCases<Schema extends v.GenericSchema>(
  item: string,
  schema: Schema
): Promise<v.InferOutput<Schema>> {
  return v.parse(schema, JSON.parse(await corpus(item)))
}
