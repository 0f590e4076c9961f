import { readdirSync, readFileSync } from 'node:fs'
import type * as Hast from 'hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { placeSelectors } from '../../../src/core/anchor/place-selectors'
import { SearchedText } from '../../../src/core/anchor/searched-text'
import { canonicalText } from '../../../src/core/text/canonical-text'
import { sanitizeToTree } from '../../../src/core/tree/sanitize-to-tree'
import { pathOf } from '../items'
import { annotationsIn, type QuotedAnnotation } from './web-annotations'

const QUOTES = 'b-anchoring/article-quotes'
const slugs = readdirSync(pathOf(QUOTES)).map((file) => file.replace(/\.json$/, ''))

/** A whole page, also what is around its article, as canonical text. */
function pageText(slug: string): string {
  const value = readFileSync(pathOf(`a-articles/readability-pages/${slug}/source.html`), 'utf8')
  const raw: Hast.Root = { type: 'root', children: [{ type: 'raw', value }] }
  return canonicalText(sanitizeToTree(unified().use(rehypeRaw).runSync(raw)))
}

type Verdict = 'right' | 'orphan' | 'wrong'

/** What became of each quote of one page; `others` are told about. */
function verdictsOn(slug: string): readonly { annotation: QuotedAnnotation; verdict: Verdict }[] {
  const searched = new SearchedText(pageText(slug))
  return annotationsIn(`${QUOTES}/${slug}.json`).map((annotation) => {
    const place = placeSelectors(searched, { positions: [], quote: annotation.quote })
    if ('reason' in place) return { annotation, verdict: 'orphan' }
    const isRight = isMeant(searched.text, place.range, annotation)
    return { annotation, verdict: isRight ? 'right' : 'wrong' }
  })
}

/** Whether the words are those that are meant, and beside one of the sides that the annotation tells. */
function isMeant(text: string, range: { start: number; end: number }, annotation: QuotedAnnotation): boolean {
  const { kind, quote, anchorsTo } = annotation
  const words = spaceless(text.slice(range.start, range.end))
  if (kind === 'absent' || words !== spaceless(anchorsTo ?? quote.exact)) return false
  const before = spaceless(text.slice(0, range.start)).endsWith(spaceless(quote.prefix).slice(-8))
  const behind = spaceless(text.slice(range.end)).startsWith(spaceless(quote.suffix).slice(0, 8))
  return before || behind
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '')
}

describe('quotes of real pages', () => {
  const found = slugs.flatMap(verdictsOn)
  const ofKind = (kind: string): readonly Verdict[] =>
    found.filter(({ annotation }) => annotation.kind === kind).map(({ verdict }) => verdict)
  const share = (kind: string): number => {
    const verdicts = ofKind(kind)
    const right = verdicts.filter((verdict) => verdict === 'right').length
    console.info(`article-quotes, ${kind}: ${right} of ${verdicts.length}`)
    return right / verdicts.length
  }

  it('are all there', () => expect(found).toHaveLength(194))
  for (const kind of ['single-block', 'cross-block', 'repeated']) {
    it(`stand where they are meant: ${kind}`, () => expect(share(kind)).toBe(1))
  }
  it('stand where they are meant though they have slips', () => {
    expect(share('approximate')).toBeGreaterThanOrEqual(0.95)
  })
  it('are orphans when they are absent', () => {
    expect(ofKind('absent')).toEqual(Array.from({ length: 25 }, () => 'orphan'))
  })
  it('never stand at other words', () => {
    const wrong = found.filter(({ verdict }) => verdict === 'wrong').map(({ annotation }) => annotation.id)
    expect(wrong).toEqual([])
  })
})
