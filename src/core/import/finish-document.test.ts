import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import type { Draft } from './draft'
import { finishDocument, type FileFacts } from './finish-document'
import { readPlainText } from './read-plain-text'

const facts: FileFacts = {
  name: '2024-01-16-ankara_visit.txt',
  encoding: 'utf-8',
  warnings: ['bytes'],
  detectLanguage: () => 'en'
}
const draft: Draft = {
  tree: {
    type: 'root',
    children: [element('h2', [text('Heading')]), element('p', [text('One, two three.')])]
  },
  title: 'Own title',
  date: '2020-02-02',
  language: 'tr',
  tags: ['a'],
  sourceUrl: 'https://a.example/',
  warnings: ['text']
}

describe('a finished document', () => {
  it('believes the file first', () => {
    expect(finishDocument(draft, facts)).toEqual({
      ...draft,
      dir: 'ltr',
      words: 4,
      encoding: 'utf-8',
      warnings: ['bytes', 'text']
    })
  })

  it('takes what the file does not say from its text, its name and its letters', () => {
    const silent = { ...draft, title: null, date: null, language: null }
    expect(finishDocument(silent, facts)).toMatchObject({
      title: 'Heading',
      date: '2024-01-16',
      language: 'en'
    })
    const wordless = { ...silent, tree: { type: 'root', children: [element('p', [text('***')])] } as const }
    expect(finishDocument(wordless, facts).title).toBe('ankara visit')
  })

  it('makes a title of the lead where only sections have headings', () => {
    const read = readPlainText(
      'date 2024-01-16 Ministers met in Ankara today, and spoke.\n\nNext Steps\n\nThey left.'
    )
    const document = finishDocument(read, facts)
    expect([document.title, document.date]).toEqual(['Ministers met in Ankara today', '2024-01-16'])
  })

  it('runs as most of its letters do', () => {
    const runs = (value: string): string =>
      finishDocument({ ...draft, tree: { type: 'root', children: [element('p', [text(value)])] } }, facts).dir
    expect(runs('الإعلان العالمي لحقوق الإنسان (UDHR)')).toBe('rtl')
    expect(runs('The word سلام means peace')).toBe('ltr')
    expect(runs('12345')).toBe('ltr')
  })
})
