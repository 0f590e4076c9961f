import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { sketchTree } from '../testing/sketch-tree'
import { canonicalText } from '../text/canonical-text'
import { TreeTooDeep } from '../tree/nesting'
import { normalizeTree } from '../tree/normalize-tree'
import { rootSchema } from '../tree/tree-schema'
import type { StorePictures } from './draft'
import { readMarkdown } from './read-markdown'

const ASSET = `${'a'.repeat(64)}.png`
const noPictures: StorePictures = async () => new Map()

async function sketch(markdown: string): Promise<string> {
  return sketchTree((await readMarkdown(markdown, noPictures)).tree)
}

const cases: Record<string, { markdown: string; expected: string }> = {
  'wrapped lines, hard breaks and emphasis': {
    markdown: 'one\ntwo  \nthree **four** *five* ~~six~~ `seven`',
    expected: 'p(one twobr()three strong(four) em(five) del(six) code(seven))'
  },
  'headings of both kinds': {
    markdown: '# A\n\nB\n===\n\n### C',
    expected: 'h1(A) h1(B) h3(C)'
  },
  'lists, tasks and numbers': {
    markdown: '- a\n  - b\n\n3. c\n\n- [x] d\n- [ ] e',
    expected: 'ul(li(aul(li(b)))) ol{"start":3}(li(c)) ul(li{"checked":true}(d)li{"checked":false}(e))'
  },
  'a table with its alignment': {
    markdown: '| a | b |\n|---|--:|\n| c | d |',
    expected: 'table(thead(tr(th(a)th{"align":"right"}(b)))tbody(tr(td(c)td{"align":"right"}(d))))'
  },
  'footnotes last, wherever they stand': {
    markdown: 'x[^n]\n\n[^n]: note\n\ny',
    expected: 'p(xsup{"footnoteRef":"1"}()) p(y) section{"footnotes":true}(aside{"footnote":"1"}(p(note)))'
  },
  'footnotes below an element that is never closed': {
    markdown: '<div>\n\nx[^n]\n\n[^n]: note',
    expected: 'p(xsup{"footnoteRef":"1"}()) section{"footnotes":true}(aside{"footnote":"1"}(p(note)))'
  },
  'a reference without its footnote is text': { markdown: 'x[^n]', expected: 'p(x[^n])' },
  'links to the web and to places in the file': {
    markdown: '[a](https://a.example) <https://b.example> [c](#c) [d](javascript:alert(1))',
    expected: 'p(a{"href":"https://a.example"}(a) a{"href":"https://b.example"}(https://b.example) c d)'
  },
  'HTML in the text': {
    markdown:
      'a <b onclick="x()">b</b> H<sub>2</sub>O\n\n<div align="center">\n\n*c*\n\n</div>\n\n<script>alert(1)</script>',
    expected: 'p(a strong(b) Hsub(2)O) p(em(c))'
  },
  'HTML tables': {
    markdown: '<table><tr><th colspan="2">a</th></tr><tr><td>b</td><td>c</td></tr></table>',
    expected: 'table(tbody(tr(th{"colSpan":2}(a))tr(td(b)td(c))))'
  },
  'a table that is never closed': { markdown: '<table>a', expected: 'p(a)' },
  'comments leave nothing': { markdown: 'a <!-- secret --> b', expected: 'p(a b)' },
  'code keeps its lines': { markdown: '```js\na\n\n  b\n```', expected: 'pre(a\n\n  b)' },
  'quotes and rules': { markdown: '> a\n\n---', expected: 'blockquote(p(a)) hr()' },
  'a remote picture is a placeholder': {
    markdown: '![The *map*](https://a.example/m.png "t")',
    expected: 'p(img{"source":"https://a.example/m.png","alt":"The map"}())'
  },
  nothing: { markdown: '', expected: '' }
}

describe('Markdown', () => {
  for (const [name, { markdown, expected }] of Object.entries(cases)) {
    it(`reads: ${name}`, async () => expect(await sketch(markdown)).toBe(expected))
  }

  it('takes title, date, tags and source from the front matter, which is no text', async () => {
    const front =
      '---\ntitle: T\ndate: 2024-01-16\ntags: [a]\nsource_url: https://a.example/\nlang: tr\n---\n'
    expect(await readMarkdown(`${front}x`, noPictures)).toEqual({
      tree: { type: 'root', children: [expect.objectContaining({ tagName: 'p' })] },
      ...{ title: 'T', date: '2024-01-16', language: 'tr', tags: ['a'], sourceUrl: 'https://a.example/' },
      warnings: []
    })
  })

  it('takes the date from a header where there is no front matter', async () => {
    const draft = await readMarkdown('date 2024-01-16 Lead\n\n## H\n\nx', noPictures)
    expect([draft.date, sketchTree(draft.tree)]).toEqual(['2024-01-16', 'p(Lead) h2(H) p(x)'])
  })

  it('shows front matter that it cannot understand, and says so', async () => {
    const draft = await readMarkdown('---\ntitle: "x\n---\ny', noPictures)
    expect(sketchTree(draft.tree)).toBe('pre(---\ntitle: "x\n---) p(y)')
    expect(draft.warnings).toHaveLength(1)
  })

  it('asks once for each picture and shows what was stored', async () => {
    const asked: string[][] = []
    const store: StorePictures = async (addresses) => {
      asked.push([...addresses])
      return new Map([['a.png', { asset: ASSET, width: 3, height: 2 }]])
    }
    const { tree } = await readMarkdown('![x](a.png) ![y](a.png) <img src="b.png" alt="z">', store)
    expect(asked).toEqual([['a.png', 'b.png']])
    const stored = `"asset":"${ASSET}","width":3,"height":2`
    expect(sketchTree(tree)).toBe(
      `p(img{${stored},"alt":"x"}()img{${stored},"alt":"y"}()img{"source":"b.png","alt":"z"}())`
    )
  })

  it('hands embedded pictures over whole, by reference too, and keeps those that are text', async () => {
    const address = `data:image/png;base64,${'QUJD'.repeat(400)}`
    const asked: string[] = []
    const store: StorePictures = async (addresses) => {
      asked.push(...addresses)
      return new Map()
    }
    const { tree } = await readMarkdown(`![x][i] ![y](${address}) \`${address}\`\n\n[i]: <${address}>`, store)
    expect(asked).toEqual([address])
    expect(canonicalText(tree)).toBe(address)
  })

  it('refuses what is nested too deep', async () => {
    await expect(readMarkdown(`${'> '.repeat(200)}x`, noPictures)).rejects.toThrow(TreeTooDeep)
  })

  it('gives a normal tree of the closed set for any text, and keeps its words', async () => {
    const part = fc.constantFrom(
      ...[
        'a',
        'Wort',
        '**',
        '*',
        '_',
        '`',
        '# ',
        '> ',
        '- ',
        '1. ',
        '|',
        '|---|',
        '[^1]',
        '[^1]: n',
        '<b>',
        '</b>'
      ],
      ...[
        '<table>',
        '<td>',
        '<div>',
        '</div>',
        '<p>',
        '[x](y)',
        '![z](w.png)',
        '\n',
        '\n\n',
        ' ',
        '  \n',
        '&amp;',
        '~~',
        '```\n'
      ]
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 25 }), async (parts) => {
        const markdown = parts.join('')
        const { tree } = await readMarkdown(markdown, noPictures)
        expect(v.is(rootSchema, tree)).toBe(true)
        expect(normalizeTree(tree)).toEqual(tree)
        // A note that nothing refers to is not shown; what stands behind a fence names its language.
        const isWhole = !/\[\^1\]|(~{3}|`{3}).*Wort/.test(markdown)
        const words = parts.filter((piece) => piece === 'Wort').length
        if (isWhole) expect(canonicalText(tree).split('Wort').length - 1).toBe(words)
      }),
      { numRuns: 200, examples: [[['~~', '~~', 'Wort']]] }
    )
  })
})
