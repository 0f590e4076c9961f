import type { PlacedAnnotation } from '../../annotation/placed-annotation'
import { dayInWords } from '../dates'
import { taskOf } from '../entry'
import { tag, words } from '../html'
import type { Html } from '../html'
import type { LinkTable } from '../link-table'
import { noteHtml } from '../note-html'
import type { NotedMark } from '../placed-mark'
import { TYPE_NAMES, WORDS_LANGUAGE } from '../print-words'
import { probe, probeWords } from '../probe'
import { wrapWords } from './split-note'

/** No more words than these fit beside the text of a page, so no later one is ever cut at. */
const MOST_WORDS = 700

/** The names that a draft tells the places of a note by. */
export const noteStart = (id: string): string => `${id}/start`
export const noteEnd = (id: string): string => `${id}/end`
export const noteWord = (id: string, index: number): string => `${id}/${index}`

/** The id of a note, and of the place in the text or behind it that belongs to it. */
export const noteId = (prefix: string, number: number): string => `${prefix}note-${number}`
export const referenceId = (prefix: string, number: number): string => `${prefix}ref-${number}`
export const restId = (prefix: string, number: number): string => `${prefix}rest-${number}`

/** What a note says beside its line, where its words need no quote: what it is, the note, who wrote it. */
export function marginContent({ annotation }: NotedMark, links: LinkTable): readonly Html[] {
  const { note, type } = annotation
  const kind =
    type === 'note'
      ? []
      : [lineOf('kind', [TYPE_NAMES[type], ...(type === 'action' ? taskOf(annotation) : [])])]
  const text =
    note.trim() === '' ? [] : [tag('div', { className: ['note'], dir: 'auto' }, noteHtml(note, links))]
  const facts = factsOf(annotation)
  return [...kind, ...text, ...(facts.length === 0 ? [] : [lineOf('facts', facts)])]
}

/** A note beside its line; `rest` leads on to where the rest of it stands. */
export function marginBox(
  { annotation, number }: NotedMark,
  { prefix, content, rest }: { prefix: string; content: readonly Html[]; rest: readonly Html[] }
): Html {
  const back = tag('a', { href: `#${referenceId(prefix, number)}` }, [words(String(number))])
  return tag('div', { id: noteId(prefix, number), className: ['margin-note', annotation.color] }, [
    tag('span', { className: ['note-number'] }, [back]),
    ...content,
    ...rest
  ])
}

/** The same box in a draft, which tells how high it is and where each of its words stands. */
export function measuredBox(mark: NotedMark, prefix: string, content: readonly Html[]): Html {
  const id = noteId(prefix, mark.number)
  const wrap = (index: number, word: string): Html => probeWords(noteWord(id, index), [words(word)])
  const inside = wrapWords(content.map(withoutLinks), { limit: MOST_WORDS, wrap })
  return tag('div', { className: ['measured'] }, [
    probe(noteStart(id)),
    marginBox(mark, { prefix, content: inside, rest: [] }),
    probe(noteEnd(id))
  ])
}

/** A link in a link would be torn apart by the HTML parser. */
function withoutLinks(node: Html): Html {
  if (node.type !== 'element') return node
  const children = node.children.map(withoutLinks)
  return { ...node, tagName: node.tagName === 'a' ? 'span' : node.tagName, children }
}

function factsOf({ author, created, tags }: PlacedAnnotation): readonly string[] {
  const day = author === '' ? [] : [author, dayInWords(created, WORDS_LANGUAGE)]
  return [...day, ...tags.map((name) => `#${name}`)]
}

function lineOf(className: string, parts: readonly string[]): Html {
  const spans = parts
    .map((part) => tag('span', { dir: 'auto' }, [words(part)]))
    .flatMap((span, index) => (index === 0 ? [span] : [words(' · '), span]))
  return tag('p', { className: [className], lang: WORDS_LANGUAGE }, spans)
}
