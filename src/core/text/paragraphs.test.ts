import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import type { Root, TagName } from '../tree/tree'
import { blocksOf } from './canonical-text'
import { blockIndexAt, citeParagraph, numberParagraphs } from './paragraphs'

function citations(tags: readonly TagName[]): readonly string[] {
  const root: Root = {
    type: 'root',
    children: tags.map((tag, index) => element(tag, [text(`${tag} ${index}`)]))
  }
  return numberParagraphs(blocksOf(root)).map(citeParagraph)
}

describe('paragraph numbers', () => {
  const cases: Record<string, { tags: TagName[]; expected: string[] }> = {
    'count from one without headings': { tags: ['p', 'p'], expected: ['¶1', '¶2'] },
    'restart at each section': {
      tags: ['p', 'h2', 'p', 'p', 'h2', 'p'],
      expected: ['¶1', '§1', '§1 ¶1', '§1 ¶2', '§2', '§2 ¶1']
    },
    'count no section for a title that opens the text': {
      tags: ['h1', 'p', 'h2', 'p'],
      expected: ['', '¶1', '§1', '§1 ¶1']
    },
    'restart at the two highest levels and count lower headings as paragraphs': {
      tags: ['p', 'h2', 'p', 'h3', 'p', 'h4', 'p'],
      expected: ['¶1', '§1', '§1 ¶1', '§2', '§2 ¶1', '§2 ¶2', '§2 ¶3']
    },
    'take each of several top headings as a section': {
      tags: ['h1', 'p', 'h1', 'p'],
      expected: ['§1', '§1 ¶1', '§2', '§2 ¶1']
    }
  }
  for (const [name, { tags, expected }] of Object.entries(cases)) {
    it(name, () => expect(citations(tags)).toEqual(expected))
  }

  it('find the block of an offset, its closing line feed included', () => {
    const root: Root = { type: 'root', children: [element('p', [text('ab')]), element('p', [text('cd')])] }
    const blocks = blocksOf(root)
    expect([0, 1, 2, 3, 4, 99].map((offset) => blockIndexAt(blocks, offset))).toEqual([0, 0, 0, 1, 1, 1])
    expect(blockIndexAt([], 0)).toBe(-1)
  })
})
