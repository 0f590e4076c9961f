import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { LinkTable } from './link-table'
import { noteHtml } from './note-html'

const cases = {
  'paragraphs and emphasis': {
    note: 'One *two* **three**.\n\nFour.',
    html: '<p>One <em>two</em> <strong>three</strong>.</p>\n<p>Four.</p>'
  },
  'HTML as it was typed': {
    note: 'Is a < b? <b>bold</b>',
    html: '<p>Is a &#x3C; b? &#x3C;b>bold&#x3C;/b></p>'
  },
  'a heading as a paragraph': { note: '# Title', html: '<p><strong>Title</strong></p>' },
  'a picture as its description': { note: '![a map](https://x.example/m.png)', html: '<p>a map</p>' },
  'a dangerous link as its words': { note: '[go](javascript:alert)', html: '<p>go</p>' },
  'a list': { note: '- one\n- two', html: '<ul>\n<li>one</li>\n<li>two</li>\n</ul>' }
}

describe('noteHtml', () => {
  for (const [name, { note, html }] of Object.entries(cases)) {
    it(`prints ${name}`, () => {
      expect(toHtml({ type: 'root', children: noteHtml(note, new LinkTable()) })).toBe(html)
    })
  }

  it('hands the address of a link to the table and only its number to the page', () => {
    const links = new LinkTable()
    const html = toHtml({ type: 'root', children: noteHtml('[here](https://x.example/)', links) })
    expect(html).toContain('href="https://annotation.invalid/0"')
    expect(links.links).toEqual([{ marks: [], href: 'https://x.example/', text: 'here' }])
  })

  it('prints a note that is nested too deep to follow as it was typed', () => {
    const note = `${'> '.repeat(30_000)}deep`
    expect(toHtml({ type: 'root', children: noteHtml(note, new LinkTable()) })).toContain('deep')
  })
})
