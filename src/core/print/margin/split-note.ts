import { tag, words } from '../html'
import type { Html } from '../html'

/** Scripts that are written without spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** How many words a note has that it can be cut after. */
export function wordCount(nodes: readonly Html[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'text') return sum + wordsIn(node.value).length
    return sum + (node.type === 'element' ? wordCount(node.children) : 0)
  }, 0)
}

/** The same note with each of its first words put into `wrap(index, word)`; the others stay as they are. */
export function wrapWords(
  nodes: readonly Html[],
  { limit, wrap }: { readonly limit: number; readonly wrap: (index: number, word: string) => Html }
): Html[] {
  let index = 0
  const wrapped = (node: Html): Html[] => {
    if (node.type === 'element') return [{ ...node, children: node.children.flatMap(wrapped) }]
    if (node.type !== 'text') return []
    const all = wordsIn(node.value)
    if (all.length === 0) return [node]
    return all.map((word) => (index < limit ? wrap(index++, word) : words(word)))
  }
  return nodes.flatMap(wrapped)
}

/**
 * Cut a note after its first `count` words: what comes before the cut, and what goes on after it.
 *
 * No word is lost or repeated; a list goes on with the number of the item that was cut.
 */
export function splitNote(
  nodes: readonly Html[],
  count: number
): readonly [readonly Html[], readonly Html[]] {
  const cutter = new NoteCutter(count)
  const parts = nodes.map((node) => cutter.cut(node))
  return [parts.flatMap(([head]) => head), parts.flatMap(([, tail]) => tail)]
}

class NoteCutter {
  #left: number

  constructor(count: number) {
    this.#left = count
  }

  cut(node: Html): readonly [Html[], Html[]] {
    if (node.type === 'text') return this.#cutText(node.value)
    if (node.type !== 'element') return [[], []]
    if (this.#left <= 0) return [[], [node]]
    const parts = node.children.map((child) => this.cut(child))
    const head = parts.flatMap(([before]) => before)
    const tail = parts.flatMap(([, after]) => after)
    const { tagName, properties } = node
    const goesOn = tagName === 'ol' ? { ...properties, start: itemsIn(head) } : properties
    return [
      head.length === 0 && tail.length > 0 ? [] : [tag(tagName, properties, head)],
      holdsWords(tail) ? [tag(tagName, goesOn, tail)] : []
    ]
  }

  #cutText(value: string): readonly [Html[], Html[]] {
    const all = wordsIn(value)
    if (all.length === 0) return this.#left > 0 ? [[words(value)], []] : [[], [words(value)]]
    const before = all.slice(0, Math.max(0, this.#left)).join('')
    const after = all.slice(Math.max(0, this.#left)).join('')
    this.#left -= all.length
    return [textOf(before), textOf(after)]
  }
}

function textOf(value: string): Html[] {
  return value === '' ? [] : [words(value)]
}

/** The number of the item that a list goes on with, from its items before the cut. */
function itemsIn(nodes: readonly Html[]): number {
  return Math.max(1, nodes.filter((node) => node.type === 'element' && node.tagName === 'li').length)
}

function holdsWords(nodes: readonly Html[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return node.value.trim() !== ''
    return node.type === 'element' && holdsWords(node.children)
  })
}

/** The words of a text with the white space after each; put together again they are the text. */
function wordsIn(value: string): readonly string[] {
  const pieces = value.match(/\s*\S+\s*/gu) ?? []
  return pieces.flatMap((piece) => (UNSPACED.test(piece) ? segmentsOf(piece) : [piece]))
}

/** Words of a script without spaces; what is no word stays with the one before it, or with the first one. */
function segmentsOf(piece: string): readonly string[] {
  const segments: string[] = []
  let opening = ''
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    piece
  )) {
    if (isWordLike === true) {
      segments.push(opening + segment)
      opening = ''
    } else if (segments.length === 0) opening += segment
    else segments.push(`${segments.pop() ?? ''}${segment}`)
  }
  return opening === '' ? segments : [opening]
}
