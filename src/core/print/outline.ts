import type { Html } from './html'
import type { OutlineEntry } from './print-document'

/** The class of a heading that this program adds to a text. */
export const OWN_HEADING = 'own-heading'

const HEADING = /^h(?<level>[1-6])$/u

/** The headings of a part of the print document; the numbers of notes are no part of a heading's words. */
export function outlineOf(nodes: readonly Html[]): readonly OutlineEntry[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const level = HEADING.exec(node.tagName)?.groups?.['level']
    if (level === undefined) return outlineOf(node.children)
    const entry = { level: Number(level), title: headingWords(node.children) }
    return [hasClass(node, OWN_HEADING) ? { ...entry, isOwn: true } : entry]
  })
}

/**
 * The words of a heading: a picture is called as it is described, as the engine does. A heading without
 * any is none to the engine, which gives it no place in its outline, so it must be none to us either.
 */
export function headingWords(nodes: readonly Html[]): string {
  return wordsOf(nodes).trim()
}

function wordsOf(nodes: readonly Html[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type !== 'element' || isNumber(node)) return ''
      return node.tagName === 'img' ? descriptionOf(node) : spaceBefore(node) + wordsOf(node.children)
    })
    .join('')
}

function descriptionOf({ properties }: Extract<Html, { type: 'element' }>): string {
  return typeof properties['alt'] === 'string' ? properties['alt'] : ''
}

function isNumber(element: Extract<Html, { type: 'element' }>): boolean {
  return element.tagName === 'sup' && NUMBERS.some((name) => hasClass(element, name))
}

function hasClass({ properties }: Extract<Html, { type: 'element' }>, name: string): boolean {
  const { className } = properties
  return Array.isArray(className) && className.includes(name)
}

function spaceBefore({ tagName }: Extract<Html, { type: 'element' }>): string {
  return tagName === 'br' ? ' ' : ''
}

const NUMBERS = ['note-number', 'footnote-number', 'color-digit']
