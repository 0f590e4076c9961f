import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Html } from '../html'
import { words } from '../html'
import { LinkTable } from '../link-table'
import { noteHtml } from '../note-html'
import { splitNote, wordCount, wrapWords } from './split-note'

const PIECES = fc.constantFrom(
  ...[
    'Ask the desk ',
    '**twice**, ',
    'see [the report](https://x.example) ',
    '`code` ',
    '使用する。',
    '\n\n'
  ],
  ...['1. first item\n2. second item\n', '> quoted\n\n', '- a\n- b\n', 'ثم نسأل ', 'สวัสดีครับ ']
)
const NOTES = fc.array(PIECES, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''))

describe('splitNote', () => {
  it('has every word of the note exactly once, in order, wherever it is cut', () => {
    fc.assert(
      fc.property(NOTES, fc.nat(60), (note, count) => {
        const nodes = noteHtml(note, new LinkTable())
        const [head, tail] = splitNote(nodes, count)
        expect(bare(head) + bare(tail)).toBe(bare(nodes))
        expect(wordCount(head)).toBe(Math.min(count, wordCount(nodes)))
        expect(wordCount(head) + wordCount(tail)).toBe(wordCount(nodes))
      }),
      // White space alone was once taken for a word, where another script begins behind it.
      { examples: [['`code` 使用する。Ask the desk ', 2]] }
    )
  })

  it('goes on with the number of the item that it cut', () => {
    const [head, tail] = splitNote(noteHtml('1. one two\n2. three four', new LinkTable()), 3)
    expect(JSON.stringify(head)).toContain('three')
    expect(JSON.stringify(tail)).toContain('"start":2')
  })
})

describe('wrapWords', () => {
  it('wraps the first words and changes nothing else', () => {
    fc.assert(
      fc.property(NOTES, fc.nat(30), (note, limit) => {
        const nodes = noteHtml(note, new LinkTable())
        const seen: number[] = []
        const wrapped = wrapWords(nodes, { limit, wrap: (index, word) => (seen.push(index), words(word)) })
        expect(textOf(wrapped)).toBe(textOf(nodes))
        expect(seen).toEqual([...Array(Math.min(limit, wordCount(nodes))).keys()])
      })
    )
  })
})

function bare(nodes: readonly Html[]): string {
  return textOf(nodes).replace(/\s+/gu, '')
}

function textOf(nodes: readonly Html[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('')
}
