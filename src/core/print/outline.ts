import type { Html } from './html'
import type { OutlineEntry } from './print-document'

const HEADING = /^h(?<level>[1-6])$/u

/** The headings of a part of the print document; the numbers of notes are no part of a heading's words. */
export function outlineOf(nodes: readonly Html[]): readonly OutlineEntry[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const level = HEADING.exec(node.tagName)?.groups?.['level']
    if (level === undefined) return outlineOf(node.children)
    return [{ level: Number(level), title: wordsOf(node.children).trim() }]
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

function isNumber({ tagName, properties }: Extract<Html, { type: 'element' }>): boolean {
  const { className } = properties
  return tagName === 'sup' && Array.isArray(className) && className.some((name) => NUMBERS.has(String(name)))
}

function spaceBefore({ tagName }: Extract<Html, { type: 'element' }>): string {
  return tagName === 'br' ? ' ' : ''
}

const NUMBERS = new Set(['note-number', 'footnote-number', 'color-digit'])
