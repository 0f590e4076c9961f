import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { citePlace, placeOf } from '../cite/cited-place'
import type { Block } from '../text/canonical-text'
import { numberParagraphs } from '../text/paragraphs'
import { dayInWords } from './dates'
import { tag, words } from './html'
import type { Html } from './html'
import type { LinkTable } from './link-table'
import { markClasses } from './mark-palette'
import { noteHtml } from './note-html'
import type { NotedMark } from './placed-mark'
import { TYPE_NAMES, WORDS, WORDS_LANGUAGE } from './print-words'
import { shortenedQuote } from './shortened-quote'

const SHORT_NOTE = 900

/** What the notes behind a briefing are made of. */
export interface Endnotes {
  readonly prefix: string
  readonly blocks: readonly Block[]
  readonly noted: readonly NotedMark[]
  readonly orphans: readonly PlacedAnnotation[]
  /** Notes on the whole briefing. */
  readonly general: readonly PlacedAnnotation[]
  readonly links: LinkTable
}

/** Notes on the whole briefing, the numbered ones, and the marks that lost their words; nothing when there are none. */
export function endnotesHtml({ noted, orphans, general, ...context }: Endnotes): Html[] {
  if (noted.length === 0 && orphans.length === 0 && general.length === 0) return []
  const numbers = numberParagraphs(context.blocks)
  const items = noted.map(({ annotation, range, number }) => {
    const place = placeOf({ blocks: context.blocks, numbers }, range)
    const citation = place === null ? '' : citePlace(place)
    const back = tag('a', { href: `#${context.prefix}ref-${number}` }, [words(String(number))])
    const label = tag('span', { className: ['note-number'] }, [back])
    const id = `${context.prefix}note-${number}`
    const properties = { id, className: lengthClass(annotation) }
    return tag('li', properties, [label, ...entryHtml(annotation, citation, context.links)])
  })
  return [
    tag('section', { className: ['endnotes'] }, [
      heading('h2', WORDS.notes),
      ...unplacedHtml(WORDS.general, general, context.links),
      ...(items.length === 0 ? [] : [tag('ol', {}, items)]),
      ...unplacedHtml(WORDS.orphans, orphans, context.links)
    ])
  ]
}

function unplacedHtml(title: string, annotations: readonly PlacedAnnotation[], links: LinkTable): Html[] {
  if (annotations.length === 0) return []
  const items = annotations.map((annotation) =>
    tag('li', { className: lengthClass(annotation) }, entryHtml(annotation, '', links))
  )
  return [heading('h3', title), tag('ul', {}, items)]
}

/** What each internal link of the notes leads to. */
export function endnoteTargets({
  prefix,
  noted
}: Pick<Endnotes, 'prefix' | 'noted'>): Record<string, string> {
  const entries = noted.flatMap(({ number }) => [
    [`${prefix}note-${number}`, `Note ${number}`],
    [`${prefix}ref-${number}`, `Back to the text of note ${number}`]
  ])
  return Object.fromEntries(entries)
}

function entryHtml(annotation: PlacedAnnotation, citation: string, links: LinkTable): Html[] {
  const { quote } = annotation
  const marked = tag('mark', { className: markClasses(annotation) }, [words(shortenedQuote(quote))])
  return [
    ...(quote === '' ? [] : [tag('blockquote', {}, [tag('p', {}, [marked])])]),
    ...(annotation.note.trim() === ''
      ? []
      : [tag('div', { className: ['note'], dir: 'auto' }, noteHtml(annotation.note, links))]),
    factsHtml(annotation, citation)
  ]
}

/** A short note is kept on one page; a long one may run over. */
function lengthClass({ note }: PlacedAnnotation): string[] {
  return note.length <= SHORT_NOTE ? ['short'] : ['long']
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

function taskOf({ owner, due }: Pick<PlacedAnnotation, 'owner' | 'due'>): readonly string[] {
  return [owner, due === null ? '' : `${WORDS.due} ${dayInWords(due, WORDS_LANGUAGE)}`]
}

function heading(level: 'h2' | 'h3', title: string): Html {
  return tag(level, { lang: WORDS_LANGUAGE }, [words(title)])
}
