import { describe, expect, it } from 'vitest'
import { formatOfText } from './format-of-text'
import { extensionOf, formatByName, isOtherFormat, SUPPORTED_FORMATS } from './formats'

const names: Record<string, { extension: string; format: string | null; isOther: boolean }> = {
  'a.TXT': { extension: 'txt', format: 'text', isOther: false },
  'a.b.md': { extension: 'md', format: 'markdown', isOther: false },
  'notes.log': { extension: 'log', format: null, isOther: false },
  'a.pdf': { extension: 'pdf', format: null, isOther: true },
  'no extension': { extension: '', format: null, isOther: false },
  '.md': { extension: '', format: null, isOther: false },
  'folder.md/file': { extension: '', format: null, isOther: false },
  '': { extension: '', format: null, isOther: false }
}

describe('the format by the name', () => {
  for (const [name, { extension, format, isOther }] of Object.entries(names)) {
    it(`of ${JSON.stringify(name)} is ${format ?? 'not said'}`, () => {
      expect([extensionOf(name), formatByName(name), isOtherFormat(name)]).toEqual([
        extension,
        format,
        isOther
      ])
    })
  }
})

const texts: Record<string, { text: string; format: string }> = {
  'front matter': { text: '---\ntitle: T\n---\nx', format: 'markdown' },
  'a heading': { text: 'x\n\n## Heading\n', format: 'markdown' },
  'a link': { text: 'see [this](https://a.example)', format: 'markdown' },
  'strong words': { text: 'these **are strong** words', format: 'markdown' },
  'a table': { text: '| a | b |\n|---|---|\n| c | d |', format: 'markdown' },
  'a footnote': { text: 'x[^1]\n\n[^1]: y', format: 'markdown' },
  'prose with dashes and stars': { text: 'a - b * c\n\n- item\n* item\n#1 issue', format: 'text' },
  'a date header': { text: 'date 2024-01-16 Lead\n\nHeading\n\nText.', format: 'text' },
  nothing: { text: '', format: 'text' }
}

describe('the format of a text without a name', () => {
  for (const [name, { text, format }] of Object.entries(texts)) {
    it(`with ${name} is ${format}`, () => expect(formatOfText(text)).toBe(format))
  }
})

it('names what can be read in words and extensions', () => {
  expect(SUPPORTED_FORMATS).toBe('plain text (.txt, .text) and Markdown (.md, .markdown, .mdown, .mkd)')
})
