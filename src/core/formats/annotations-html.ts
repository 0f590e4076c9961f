import type * as Hast from 'hast'
import { parseNote } from '../print/note-html'
import { TreeTooDeep } from '../tree/nesting'
import { sanitizeToTree } from '../tree/sanitize-to-tree'
import { type AnnotatedBriefing, factsOf, groupsOf, type ListedAnnotation } from './annotation-list'
import { htmlPage, tag, text } from './html-page'
import { toHast } from './to-hast'

/** One HTML page without script or style, which word processors paste as it is. */
export function annotationsHtml(briefings: readonly AnnotatedBriefing[]): string {
  const sections = briefings.map((briefing) =>
    tag('section', [
      tag('h1', [text(briefing.title)], { dir: 'auto' }),
      ...(briefing.date === null ? [] : [tag('p', [tag('time', [text(briefing.date)])])]),
      ...groupsOf(briefing).flatMap(({ heading, annotations }) => [
        ...(heading === null ? [] : [tag('h2', [text(heading)])]),
        ...annotations.map(htmlOf)
      ])
    ])
  )
  return htmlPage(briefings.map(({ title }) => title).join(', '), sections)
}

function htmlOf(listed: ListedAnnotation): Hast.Element {
  const { quote, note, tags } = listed.annotation
  const lines = quote === '' ? [] : quote.split('\n').map((line) => tag('p', [text(line)], { dir: 'auto' }))
  const quoted = lines.length === 0 ? [] : [tag('blockquote', lines)]
  const facts = tag('p', [tag('small', [text(factsOf(listed).join(' · '))])], { dir: 'auto' })
  const labels = tags.length === 0 ? [] : [tag('p', [tag('small', [text(tags.join(', '))])], { dir: 'auto' })]
  return tag('article', [...quoted, facts, ...noteOf(note), ...labels])
}

/** A note is Markdown; it goes through the sanitised tree like any other text. */
function noteOf(note: string): Hast.ElementContent[] {
  try {
    return toHast(sanitizeToTree({ type: 'root', children: [...parseNote(note)] }), (asset) => asset)
  } catch (thrown) {
    if (thrown instanceof TreeTooDeep) return [tag('p', [text(note)])]
    throw thrown
  }
}
