import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { citePlace, placeOf } from '../cite/cited-place'
import type { Block } from '../text/canonical-text'
import { numberParagraphs } from '../text/paragraphs'
import { entryHtml, lengthClass } from './entry'
import type { EntryContext } from './entry'
import { tag, words } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import { OWN_HEADING } from './outline'
import { unplacedTarget } from './pack/referred-mark'
import { markingsAt } from './paragraph-markings'
import type { MarkedParagraph } from './paragraph-markings'
import type { NotedMark } from './placed-mark'
import { WORDS, WORDS_LANGUAGE } from './print-words'

/** A numbered note behind the text. */
export interface Endnote {
  readonly mark: NotedMark
  readonly id: string
  /** The `id` that its number leads back to. */
  readonly back: string
  /** What of it stands here when it begins beside the text; `null`: all. */
  readonly rest: readonly Html[] | null
}

/** What the notes behind a briefing are made of. */
export interface Endnotes {
  readonly blocks: readonly Block[]
  readonly marked: readonly MarkedParagraph[]
  readonly endnotes: readonly Endnote[]
  readonly orphans: readonly PlacedAnnotation[]
  /** Notes on the whole briefing. */
  readonly general: readonly PlacedAnnotation[]
  readonly links: LinkTable
  /** Begins every id of the briefing. */
  readonly prefix: string
}

/** Notes on the whole briefing, the numbered ones, and the marks that lost their words; nothing when there are none. */
export function endnotesHtml(written: Endnotes): Html[] {
  const { endnotes, orphans, general, blocks, marked, links, prefix } = written
  if (endnotes.length === 0 && orphans.length === 0 && general.length === 0) return []
  const numbers = numberParagraphs(blocks)
  const items = endnotes.map((endnote) => {
    const place = placeOf({ blocks, numbers }, endnote.mark.range)
    return endnoteHtml(endnote, {
      citation: place === null ? '' : citePlace(place),
      markings: markingsAt(marked, endnote.mark.range),
      links
    })
  })
  return [
    tag('section', { className: ['endnotes'] }, [
      heading('h2', WORDS.notes),
      ...unplacedHtml(WORDS.general, general, { links, prefix }),
      ...(items.length === 0 ? [] : [tag('ol', {}, items)]),
      ...unplacedHtml(WORDS.orphans, orphans, { links, prefix })
    ])
  ]
}

/** Marks without a place in the text, under a heading of their own; nothing when there are none. */
export function unplacedHtml(
  title: string,
  annotations: readonly PlacedAnnotation[],
  { links, prefix }: Pick<Endnotes, 'links' | 'prefix'>
): Html[] {
  if (annotations.length === 0) return []
  const items = annotations.map((annotation) =>
    tag(
      'li',
      { id: unplacedTarget(prefix, annotation), className: lengthClass(annotation) },
      entryHtml(annotation, { citation: '', links })
    )
  )
  return [heading('h3', title), tag('ul', {}, items)]
}

/** A heading of this program's own words. */
export function heading(level: 'h2' | 'h3', title: string): Html {
  return tag(level, { lang: WORDS_LANGUAGE, className: [OWN_HEADING] }, [words(title)])
}

function endnoteHtml({ mark, id, back, rest }: Endnote, context: EntryContext): Html {
  const { annotation, number } = mark
  const label = tag('span', { className: ['note-number'] }, [
    tag('a', { href: `#${back}` }, [words(String(number))])
  ])
  const properties = { id, className: lengthClass(annotation) }
  if (rest === null) return tag('li', properties, [label, ...entryHtml(annotation, context)])
  const continued = tag('p', { className: ['facts'], lang: WORDS_LANGUAGE }, [
    words(context.citation === '' ? WORDS.restOf : `${context.citation} · ${WORDS.restOf}`)
  ])
  return tag('li', properties, [label, continued, ...rest])
}
