import type * as Hast from 'hast'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { toCsv } from './csv'
import { htmlPage, tag, text } from './html-page'

/** The annotations of one briefing under its title. */
export interface AnnotatedBriefing {
  readonly title: string
  readonly annotations: readonly PlacedAnnotation[]
}

/** Quotes as Markdown block quotes, each with its note below. */
export function annotationsMarkdown(briefings: readonly AnnotatedBriefing[]): string {
  const sections = briefings.map(({ title, annotations }) =>
    [`# ${oneLine(title)}`, ...annotations.map(markdownOf)].join('\n\n')
  )
  return `${sections.join('\n\n')}\n`
}

/** One row per annotation, with a header row. */
export function annotationsCsv(briefings: readonly AnnotatedBriefing[]): string {
  const header = [
    'briefing',
    'quote',
    'note',
    'color',
    'style',
    'type',
    'tags',
    'author',
    'created',
    'modified'
  ]
  const rows = briefings.flatMap(({ title, annotations }) =>
    annotations.map((annotation) => [
      title,
      annotation.quote,
      annotation.note,
      annotation.color,
      annotation.style,
      annotation.type,
      annotation.tags.join(', '),
      annotation.author,
      annotation.created,
      annotation.modified
    ])
  )
  return toCsv([header, ...rows])
}

/** One HTML page without script or style. */
export function annotationsHtml(briefings: readonly AnnotatedBriefing[]): string {
  const sections = briefings.map(({ title, annotations }) =>
    tag('section', [tag('h1', [text(title)]), ...annotations.map(htmlOf)])
  )
  return htmlPage(briefings.map(({ title }) => title).join(', '), sections)
}

function markdownOf({ quote, note, tags }: PlacedAnnotation): string {
  const lines = quote === '' ? [] : quote.split('\n').map((line) => `> ${line}`)
  const labels = tags.map((tag) => `#${tag.replace(/\s+/gu, '-')}`).join(' ')
  return [lines.join('\n>\n'), note, labels].filter((part) => part !== '').join('\n\n')
}

function htmlOf({ quote, note, tags }: PlacedAnnotation): Hast.Element {
  const lines = quote === '' ? [] : quote.split('\n').map((line) => tag('p', [text(line)]))
  const quoted = lines.length === 0 ? [] : [tag('blockquote', lines)]
  const notes = note === '' ? [] : note.split(/\n{2,}/u).map((line) => tag('p', [text(line)]))
  const labels = tags.length === 0 ? [] : [tag('p', [tag('small', [text(tags.join(', '))])])]
  return tag('article', [...quoted, ...notes, ...labels])
}

function oneLine(title: string): string {
  return title.replace(/\s+/gu, ' ')
}
