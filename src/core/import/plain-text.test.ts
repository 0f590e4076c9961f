import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sketchTree } from '../testing/sketch-tree'
import { canonicalText } from '../text/canonical-text'
import { normalizeTree } from '../tree/normalize-tree'
import { rootSchema } from '../tree/tree-schema'
import { plainTextTree } from './plain-text'

const SENTENCE = 'The ministers met in Ankara and spoke of aid, of trade and of what is to come next year.'

const cases: Record<string, { text: string; expected: string }> = {
  'a heading line before the lead is the title': {
    text: `A Visit to Ankara\n\n${SENTENCE}\n\n${SENTENCE}`,
    expected: `h1(A Visit to Ankara) p(${SENTENCE}) p(${SENTENCE})`
  },
  'headings between blank lines': {
    text: `${SENTENCE}\n\nNext Steps\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) h2(Next Steps) p(${SENTENCE})`
  },
  'headings without blank lines': {
    text: `${SENTENCE}\nNext Steps\n${SENTENCE}\nWhat Remains\n${SENTENCE}`,
    expected: `p(${SENTENCE}) h2(Next Steps) p(${SENTENCE}) h2(What Remains) p(${SENTENCE})`
  },
  'headings with a blank line above only': {
    text: `${SENTENCE}\n\nNext Steps\n${SENTENCE}\n\nWhat Remains\n${SENTENCE}`,
    expected: `p(${SENTENCE}) h2(Next Steps) p(${SENTENCE}) h2(What Remains) p(${SENTENCE})`
  },
  'an ellipsis is no end': {
    text: `${SENTENCE}\n\nPathways to Opportunity for All…\n\n${SENTENCE}\n\nAnd then...\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) h2(Pathways to Opportunity for All…) p(${SENTENCE}) h2(And then...) p(${SENTENCE})`
  },
  'a line with an end is no heading': {
    text: `${SENTENCE}\n\nIs this one?\n\nNor this;\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) p(Is this one?) p(Nor this;) p(${SENTENCE})`
  },
  'a line of more than 100 characters is no heading': {
    text: `${SENTENCE}\n\n${'Long '.repeat(20)}x\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) p(${'Long '.repeat(20)}x) p(${SENTENCE})`
  },
  'nothing is a heading of nothing': {
    text: `${SENTENCE}\n\nThe End`,
    expected: `p(${SENTENCE}) p(The End)`
  },
  'a list keeps its items': {
    text: `${SENTENCE}\n\n- First point\n- Second point\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) p(- First pointbr()- Second point) p(${SENTENCE})`
  },
  'a date line, an address and a remark are no headings': {
    text: `${SENTENCE}\n\nJanuary 16, 2024\n\nhttps://a.example/x\n\n(Applause)\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) p(January 16, 2024) p(https://a.example/x) p((Applause)) p(${SENTENCE})`
  },
  'verses and addresses keep their lines': {
    text: `${SENTENCE}\n\nroses are red,\nviolets are blue,\n\n${SENTENCE}`,
    expected: `p(${SENTENCE}) p(roses are red, violets are blue,) p(${SENTENCE})`
  },
  'labels in a series are headings whatever ends them': {
    text: ['Điều 1:', 'Điều 2:', 'Điều 3:'].map((label) => `${label}\n${SENTENCE}`).join('\n\n'),
    expected: ['Điều 1:', 'Điều 2:', 'Điều 3:'].map((label) => `h2(${label}) p(${SENTENCE})`).join(' ')
  },
  'two labels are no series': {
    text: `${SENTENCE}\n\nPart 1:\n${SENTENCE}\n\nPart 2:\n${SENTENCE}`,
    expected: `p(${SENTENCE}) p(Part 1:br()${SENTENCE}) p(Part 2:br()${SENTENCE})`
  }
}

describe('a plain text', () => {
  for (const [name, { text, expected }] of Object.entries(cases)) {
    it(`reads: ${name}`, () => expect(sketchTree(plainTextTree(text))).toBe(expected))
  }

  it('joins what a program wrapped', () => {
    const words = `${SENTENCE} ${SENTENCE} ${SENTENCE}`.split(' ')
    const lines: string[] = ['']
    for (const word of words) {
      const line = `${lines.at(-1) ?? ''} ${word}`.trim()
      if (line.length > 60) lines.push(word)
      else lines[lines.length - 1] = line
    }
    expect(sketchTree(plainTextTree(lines.join('\n')))).toBe(`p(${words.join(' ')})`)
  })

  it('takes no short line inside wrapped sentences for a heading', () => {
    const text =
      'He saw that all\nwas well. So it\nwas.\nAnd\nThe Lord rested.\nHe saw that it\nwas so, and he\nleft.'
    expect(sketchTree(plainTextTree(text))).not.toContain('h2(')
  })

  it('reads what was made to be slow', () => {
    const many = 100_000
    const texts = [' ', '"', '\t', "')", 'x ', '. '].flatMap((part) => [
      `a${part.repeat(many)}b\nc`,
      `${part.repeat(many)}\n`.repeat(2)
    ])
    for (const text of [...texts, 'word\n'.repeat(many), 'Word.\n'.repeat(many / 10)]) {
      expect(canonicalText(plainTextTree(text)).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    }
  })

  it('loses nothing but white space, is normal and of the closed set', () => {
    const word = fc.constantFrom(
      'A',
      'word',
      'Ends.',
      'ends:',
      '…',
      '1.',
      '-',
      '—',
      'Ünï',
      '字',
      'ไทย',
      '"x"',
      'Teil 3'
    )
    const line = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '))
    const break_ = fc.constantFrom('\n', '\n\n', '\n   ', '\n\n\n', '\n\t')
    fc.assert(
      fc.property(fc.array(fc.tuple(line, break_), { maxLength: 12 }), (lines) => {
        const text = lines.flat().join('')
        const tree = plainTextTree(text)
        expect(canonicalText(tree).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(v.is(rootSchema, tree)).toBe(true)
        expect(normalizeTree(tree)).toEqual(tree)
      })
    )
  })
})
