import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { citePlace, placeOf } from '../cite/cited-place'
import { isHeading } from '../tree/elements'
import type { Block } from '../text/canonical-text'
import { numberParagraphs } from '../text/paragraphs'
import { colorDigit } from './color-digit'
import { heading, unplacedHtml } from './endnotes'
import { entryHtml, lengthClass } from './entry'
import { tag, words } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import { markClasses } from './mark-palette'
import { markTarget } from './pack/referred-mark'
import { markingsAt } from './paragraph-markings'
import type { MarkedParagraph } from './paragraph-markings'
import type { PlacedMark, PlacedMarks } from './placed-mark'
import { WORDS } from './print-words'

/** What a digest is written with. */
export interface DigestContext {
  readonly blocks: readonly Block[]
  readonly marked: readonly MarkedParagraph[]
  readonly links: LinkTable
  /** Index of the briefing's first mark among the marks of the document. */
  readonly firstMark: number
  /** Whether the quotes are to become annotations of the PDF. */
  readonly isNative: boolean
  /** Whether a digit says which colour is meant. */
  readonly isGrey: boolean
  /** Begins every id of the briefing. */
  readonly prefix: string
}

interface Entry {
  readonly mark: PlacedMark
  readonly index: number
  readonly section: number
  readonly citation: string
}

/** Every mark of a briefing without its text: quotes and notes in order, under the headings of the text. */
export function digestHtml({ placed, orphans, general }: PlacedMarks, context: DigestContext): Html[] {
  const { blocks } = context
  const numbers = numberParagraphs(blocks)
  const entries = placed.map((mark, index): Entry => {
    const place = placeOf({ blocks, numbers }, mark.range)
    const citation = place === null ? '' : citePlace(place)
    return { mark, index, section: place?.from.section ?? 0, citation }
  })
  const sections = [...new Set(entries.map(({ section }) => section))]
  return [
    tag('section', { className: ['endnotes', 'digest'] }, [
      heading('h2', WORDS.digest),
      ...unplacedHtml(WORDS.general, general, context),
      ...sections.flatMap((section) => [
        ...titleOf(section, context),
        tag(
          'ol',
          {},
          entriesOf(section, entries).map((entry) => entryItem(entry, context))
        )
      ]),
      ...unplacedHtml(WORDS.orphans, orphans, context)
    ])
  ]
}

function entriesOf(section: number, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => entry.section === section)
}

/** The heading of a section, as the text has it; none before the first. */
function titleOf(section: number, { blocks }: DigestContext): Html[] {
  const at = numberParagraphs(blocks).findIndex((number) => number.section === section)
  const block = section === 0 ? undefined : blocks[at]
  return block === undefined || !isHeading(block.tag) ? [] : [tag('h3', {}, [words(block.text)])]
}

function entryItem({ mark, index, citation }: Entry, context: DigestContext): Html {
  const { annotation } = mark
  const label = tag('span', { className: ['note-number'] }, [tag('span', {}, [words(String(index + 1))])])
  const entry = entryHtml(annotation, {
    citation,
    markings: markingsAt(context.marked, mark.range),
    links: context.links,
    quote: quoteHtml(annotation, index, context)
  })
  const properties = { id: markTarget(context.prefix, index), className: lengthClass(annotation) }
  return tag('li', properties, [label, ...entry])
}

/** The whole of the marked words, since their text is not there; they carry the annotation. */
function quoteHtml(annotation: PlacedAnnotation, index: number, context: DigestContext): Html[] {
  const { quote } = annotation
  const drawn = tag('mark', { className: markClasses(annotation) }, [words(quote)])
  const digit = context.isGrey ? [colorDigit(annotation.color)] : []
  if (!context.isNative) return [...digit, drawn]
  const href = context.links.addressOf({ marks: [context.firstMark + index], href: null, text: quote })
  return [...digit, tag('a', { className: ['run'], href }, [drawn])]
}
