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
    const entry = { level: Number(level), title: wordsOf(node.children).trim() }
    return [hasClass(node, OWN_HEADING) ? { ...entry, isOwn: true } : entry]
  })
}

function wordsOf(nodes: readonly Html[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return node.type === 'element' && !isNumber(node) ? spaceBefore(node) + wordsOf(node.children) : ''
    })
    .join('')
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
