import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { dayInWords } from './dates'
import { tag, words } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import { markClasses } from './mark-palette'
import { noteHtml } from './note-html'
import { markingHtml } from './paragraph-markings'
import { TYPE_NAMES, WORDS, WORDS_LANGUAGE } from './print-words'
import { shortenedQuote } from './shortened-quote'

/** A note with more letters may run over a page. */
const SHORT_NOTE = 900

/** What an entry is written with. */
export interface EntryContext {
  /** Of the paragraph, as `§3 ¶2`; '' for a mark without a place. */
  readonly citation: string
  readonly links: LinkTable
  /** How the paragraphs of its words are to be handled; none without a place. */
  readonly markings?: readonly string[]
  /** The marked words as they are to be drawn; without it their beginning and end. */
  readonly quote?: readonly Html[]
}

/** A mark away from its text: its words, the note, and what is known of both. */
export function entryHtml(annotation: PlacedAnnotation, context: EntryContext): Html[] {
  const { citation, links, quote, markings = [] } = context
  const marked = quote ?? [
    tag('mark', { className: markClasses(annotation) }, [words(shortenedQuote(annotation.quote))])
  ]
  return [
    ...(annotation.quote === ''
      ? []
      : [tag('blockquote', {}, [tag('p', {}, [...markingHtml(markings), ...marked])])]),
    ...(annotation.note.trim() === ''
      ? []
      : [tag('div', { className: ['note'], dir: 'auto' }, noteHtml(annotation.note, links))]),
    factsHtml(annotation, citation)
  ]
}

/** A short note is kept on one page; a long one may run over. */
export function lengthClass({ note, quote }: PlacedAnnotation): string[] {
  return note.length <= SHORT_NOTE && quote.length <= SHORT_NOTE ? ['short'] : ['long']
}

function factsHtml({ author, created, tags, type, ...task }: PlacedAnnotation, citation: string): Html {
  const kind = type === 'note' ? '' : TYPE_NAMES[type]
  const parts = [
    citation,
    kind,
    ...(type === 'action' ? taskOf(task) : []),
    author,
    dayInWords(created, WORDS_LANGUAGE),
    ...tags.map((name) => `#${name}`)
  ]
  const spans = parts
    .filter((part) => part !== '')
    .map((part) => tag('span', { dir: part === citation ? 'ltr' : 'auto' }, [words(part)]))
    .flatMap((span, index) => (index === 0 ? [span] : [words(' · '), span]))
  return tag('p', { className: ['facts'], lang: WORDS_LANGUAGE }, spans)
}

/** Who is to do it, and by when; what is not known is left out. */
export function taskOf({ owner, due }: Pick<PlacedAnnotation, 'owner' | 'due'>): readonly string[] {
  return [owner, due === null ? '' : `${WORDS.due} ${dayInWords(due, WORDS_LANGUAGE)}`].filter(
    (part) => part !== ''
  )
}
