import fc from 'fast-check'
import type * as Hast from 'hast'
import type { Raw } from 'mdast-util-to-hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../text/canonical-text'
import { TreeTooDeep } from './nesting'
import { normalizeTree } from './normalize-tree'
import { picturesIn, sanitizeToTree } from './sanitize-to-tree'
import type { Root } from './tree'
import { rootSchema } from './tree-schema'

const ASSET = `${'a'.repeat(64)}.png`

function treeOf(
  html: string,
  pictures = new Map<string, { asset: string; width: number; height: number }>()
): Root {
  return sanitizeToTree(hastOf(html), pictures)
}

function hastOf(html: string): Hast.Root {
  const raw: Raw = { type: 'raw', value: html }
  return unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [raw] })
}

/** A tree in one line: `p(text em(x))`, properties in braces. */
function sketch(root: Root): string {
  const one = (node: Root['children'][number]): string => {
    if (node.type === 'text') return node.value
    const properties = Object.keys(node.properties).length > 0 ? JSON.stringify(node.properties) : ''
    return `${node.tagName}${properties}(${node.children.map(one).join('')})`
  }
  return root.children.map(one).join(' ')
}

const cases: Record<string, { html: string; expected: string }> = {
  'other names for the same': {
    html: '<b>a</b><i>b</i><s>c</s><strike>d</strike><ins>e</ins><kbd>f</kbd><tt>g</tt><q>h</q>',
    expected: 'p(strong(a)em(b)del(c)del(d)u(e)code(f)code(g)“h”)'
  },
  'boxes are opened and keep their borders': {
    html: '<div>a<div>b</div>c</div><center>d</center><span>e</span><font>f</font>',
    expected: 'p(a) p(b) p(c) p(d) p(ef)'
  },
  'a language or direction is kept': {
    html: '<div lang="tr">a</div><p dir="RTL" lang="x">b</p><em lang="fr">c</em>',
    expected: 'section{"lang":"tr"}(p(a)) p{"dir":"rtl"}(b) p(em{"lang":"fr"}(c))'
  },
  'emphasis written as style': {
    html: '<span style="text-decoration: underline">a</span><span style="font-weight:700;color:red">b</span>',
    expected: 'p(u(a)strong(b))'
  },
  'what is folded up is opened': {
    html: '<details><summary>More</summary>hidden <b>words</b></details>',
    expected: 'p(strong(More)) p(hidden strong(words))'
  },
  'script and its kin leave nothing': {
    html: 'a<script>alert(1)</script><style>p{}</style><iframe src="x">b</iframe><svg><text>c</text></svg><object>d</object>e',
    expected: 'p(ae)'
  },
  'handlers, ids, classes and styles leave nothing': {
    html: '<p onclick="x()" id="a" class="b" style="position:fixed">a</p>',
    expected: 'p(a)'
  },
  'a link to the web or to a mailbox': {
    html: '<a href="https://a.example/x?y#z">a</a> <a href=" HTTP://b.example">b</a> <a href="mailto:c@d.example">c</a>',
    expected:
      'p(a{"href":"https://a.example/x?y#z"}(a) a{"href":"HTTP://b.example"}(b) a{"href":"mailto:c@d.example"}(c))'
  },
  'any other link is its text': {
    html: [
      'javascript:alert(1)',
      'java\nscript:x',
      'data:text/html,x',
      '//a.example',
      'page.html',
      '#top',
      'file:///etc',
      'https:'
    ]
      .map((href, index) => `<a href="${href}">${index}</a>`)
      .join(''),
    expected: 'p(01234567)'
  },
  'a picture from elsewhere is its description and its address': {
    html: '<img src="https://a.example/x.png" alt="A map" width="3" onerror="x()"><img src="pics/y.png">',
    expected: 'p(img{"source":"https://a.example/x.png","alt":"A map"}()img{"source":"pics/y.png"}())'
  },
  'a picture that says nothing is left out': {
    html: 'a<img src="javascript:x" ><img src="data:image/svg+xml,x" alt="A chart"><picture><source srcset="x"><img></picture>',
    expected: 'p(aimg{"alt":"A chart"}())'
  },
  'a table with spans and alignment': {
    html: '<table><caption>T</caption><tr><th colspan=2 align=RIGHT rowspan=0>a</th></tr><tr><td rowspan="70000" colspan="-1">b</table>',
    expected: 'table(caption(T)tbody(tr(th{"colSpan":2,"align":"right"}(a))tr(td{"rowSpan":65534}(b))))'
  },
  'lists with a first number': { html: '<ol start=4><li>a<li>b</ol>', expected: 'ol{"start":4}(li(a)li(b))' },
  'code in preformatted text': {
    html: '<pre><code class="language-js">a  b\n</code></pre><p><code>c  d</code></p>',
    expected: 'pre(a  b) p(code(c d))'
  },
  'ruby in brackets': { html: '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', expected: 'p(漢(kan))' },
  'forged footnotes are text': {
    html: '<a data-footnote-ref href="#x">1</a><section data-footnotes><ol><li id=y>a</ol></section><p><a data-footnote-backref href="#z">b</a>',
    expected: 'p(1) section(ol(li(a))) p(b)'
  },
  'control characters and lone surrogates are no text': {
    html: 'a\u0001&#2;\u007f\u0085b\ud800c',
    expected: 'p(ab\ufffdc)'
  }
}

describe('sanitizeToTree', () => {
  for (const [name, { html, expected }] of Object.entries(cases)) {
    it(name, () => expect(sketch(treeOf(html))).toBe(expected))
  }

  it('shows a stored picture by the name of its asset', () => {
    const pictures = new Map([['pics/a.png', { asset: ASSET, width: 4, height: 3 }]])
    expect(sketch(treeOf('<img src="pics/a.png" alt="A map">', pictures))).toBe(
      `p(img{"asset":"${ASSET}","width":4,"height":3,"alt":"A map"}())`
    )
  })

  it('names the pictures that a page asks for, each once', () => {
    expect(picturesIn(hastOf('<img src=a><div><img src=b><img src=a></div><img>'))).toEqual(['a', 'b'])
  })

  it('refuses what is nested too deep', () => {
    const boxes = (depth: number): Hast.Root => {
      let node: Hast.ElementContent = { type: 'text', value: 'deep' }
      for (let level = 0; level < depth; level += 1) {
        node = { type: 'element', tagName: 'div', properties: {}, children: [node] }
      }
      return { type: 'root', children: [node] }
    }
    expect(() => sanitizeToTree(boxes(100_000))).toThrow(TreeTooDeep)
    expect(canonicalText(sanitizeToTree(boxes(400)))).toBe('deep')
  })

  it('gives a normal tree of the closed set for any tree at all', () => {
    fc.assert(
      fc.property(anyHast(), (hast) => {
        const tree = sanitizeToTree(hast)
        expect(v.safeParse(rootSchema, tree).issues).toBeUndefined()
        expect(normalizeTree(tree)).toEqual(tree)
      }),
      { numRuns: 1000 }
    )
  })
})

const NAMES =
  'div span p h1 ul ol li table tr td th caption a img script style svg math template iframe input sup section aside ' +
  'pre code br hr q rt summary details figure figcaption dl dt dd b custom-element'
const KEYS =
  'href src alt lang dir colSpan rowSpan align start checked type id style onclick dataFootnotes dataFootnoteRef dataFootnoteBackref footnoteRef asset'

function anyHast(): fc.Arbitrary<Hast.Root> {
  const value = fc.oneof(
    fc.constantFrom('javascript:x', 'https://a.example', '#a', '2', '-1', 'rtl', 'left', 'checkbox', 'en'),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(fc.string(), { maxLength: 2 })
  )
  const properties = fc.dictionary(fc.constantFrom(...KEYS.split(' ')), value, { maxKeys: 4 })
  return fc.letrec<{ node: Hast.ElementContent; root: Hast.Root }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      fc.string({ unit: 'binary', maxLength: 5 }).map((text): Hast.Text => ({ type: 'text', value: text })),
      fc
        .tuple(fc.constantFrom(...NAMES.split(' ')), properties, fc.array(tie('node'), { maxLength: 4 }))
        .map(([tagName, own, children]): Hast.Element => ({
          type: 'element',
          tagName,
          properties: own,
          children
        }))
    ),
    root: fc.array(tie('node'), { maxLength: 5 }).map((children): Hast.Root => ({ type: 'root', children }))
  })).root
}
