import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { printItem } from '../../../test/printing/print-items'
import { ARABIC } from '../../../test/printing/sample-scripts'
import { PRESS, RICH, p } from '../../../test/printing/sample-briefings'
import type { PrintItem } from '../service/ports'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { element, text } from '../tree/elements'
import { composeDocument } from './compose-document'
import type { ComposeOptions } from './compose-document'
import { ExportOptionsSchema } from './export-options'
import type { PrintedPlaces } from './printed-places'

const OPTIONS: ComposeOptions = {
  ...v.parse(ExportOptionsSchema, {}),
  colorNames: DEFAULT_SETTINGS.colorNames,
  markingLevels: DEFAULT_SETTINGS.markings,
  passes: [],
  producedOn: '2026-01-02T03:04:05Z',
  fontFiles: []
}

describe('composeDocument', () => {
  it('is the same to the byte for the same input', () => {
    expect(composeDocument([RICH], OPTIONS)).toEqual(composeDocument([structuredClone(RICH)], OPTIONS))
  })

  const SHORT = printItem({ type: 'root', children: [p('One paragraph.')] }, {}, [
    { quote: 'paragraph', type: 'action' }
  ])
  const printedOn = (pages: number, headings: readonly number[]): PrintedPlaces => ({
    pages: Array.from({ length: pages }, () => ({ width: 595, height: 842 })),
    ...{ headings, targets: {}, references: {}, places: {}, runs: [] }
  })

  it('counts for a contents the pages of the briefing alone', () => {
    const front = { cover: 'yes', taskings: true, sources: 'yes' } as const
    const compose = (...passes: PrintedPlaces[]): string =>
      composeDocument([SHORT], { ...OPTIONS, ...front, passes }).html
    expect(compose(printedOn(8, [0, 1, 3, 7]))).not.toContain('class="matter contents"')
    expect(compose(printedOn(8, [0, 1, 2, 7]))).toContain('class="matter contents"')
  })

  it('takes the length of a summary from where the draft had it, without the contents that came later', () => {
    const summary = SHORT.annotations.map(({ id }) => id)
    const options = { ...OPTIONS, summary, passes: [printedOn(7, [0, 1])] }
    const { html } = composeDocument([SHORT], options)
    expect(html).toContain('class="matter contents"')
    expect(html).not.toContain('tight')
    const long = { ...options, passes: [printedOn(8, [0, 2])] }
    expect(composeDocument([SHORT], long).html).toContain('tight')
  })

  it('lets no character of a briefing or a note act as markup', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HOSTILE), fc.string(), (hostile, tail) => {
        const said = `${hostile}${tail}x`
        const item = printItem(
          {
            type: 'root',
            children: [p(said, element('a', [text(said)], { href: `https://x.example/${said}` }))]
          },
          { title: said, tags: [said], sourceUrl: `https://x.example/${said}` },
          [{ quote: 'x', note: said, author: said, tags: [said] }]
        )
        const { html } = composeDocument([item], OPTIONS)
        const tags = html.match(/<[a-z][^>]*>/giu) ?? []
        expect(tags.filter((written) => !OURS.test(written))).toEqual([])
      })
    )
  })

  it('gives the engine no address of a briefing', () => {
    const { html, links } = composeDocument([RICH], OPTIONS)
    expect(
      html.match(/href="(?!#|https:\/\/annotation\.invalid\/(?:at\/[\w/-]+|\d+)"|[\w/-]+\.css")[^"]*"/gu)
    ).toBeNull()
    expect(links.map(({ href }) => href)).toContain('https://ports.example.org/method')
  })

  it('never writes a link into a link, which the HTML parser would tear apart', () => {
    const { html } = composeDocument([RICH], OPTIONS)
    expect(html).not.toMatch(/<a\b(?:(?!<\/a>).)*<a\b/su)
  })

  it('keeps a link without marks in one piece and cuts one under marks into runs that all lead there', () => {
    const { links } = composeDocument([RICH], OPTIONS)
    const texts = (href: string): string[] =>
      links.filter((link) => link.href === href).map((link) => link.text)
    expect(texts('https://ports.example.org/method')).toEqual(['note on method'])
    expect(texts('https://ports.example.org/q4')).toEqual(['port ', 'authority’s own', ' report'])
  })

  it('refuses links that are not of the web or of mail', () => {
    const item = printItem({
      type: 'root',
      children: [p(element('a', [text('click')], { href: 'javascript:alert(1)' }))]
    })
    const { html, links } = composeDocument([item], OPTIONS)
    expect(links).toEqual([])
    expect(html).toContain('click')
  })

  it('numbers the notes in the order in which their numbers stand in the text', () => {
    const { html } = composeDocument([PRESS], OPTIONS)
    const numbers = [...html.matchAll(/id="b1-ref-(?<n>\d+)"/gu)].map((match) => Number(match.groups?.['n']))
    expect(numbers).toEqual([1, 2, 3, 4])
  })

  it('prints a clean copy without a trace of marks and notes', () => {
    const { html, links, marks } = composeDocument([PRESS], { ...OPTIONS, notes: 'none' })
    expect(marks).toEqual([])
    expect(links.every((link) => link.marks.length === 0)).toBe(true)
    expect(html).not.toMatch(/<mark|Mira Aslan|Notes|highlights/u)
  })

  it('draws the marks without runs for annotations when only the look is wanted', () => {
    const { html, links } = composeDocument([PRESS], { ...OPTIONS, nativeAnnotations: false })
    expect(html).toContain('<mark class="yellow highlight">deep-rooted friendship')
    expect(links.every((link) => link.marks.length === 0)).toBe(true)
  })

  it('sets the heading that is the title once, with the marks in it', () => {
    const { html, outline } = composeDocument([RICH], OPTIONS)
    expect(outline.filter(({ title }) => title === 'Quarterly review of the northern ports')).toHaveLength(1)
    expect(html).toMatch(/<h1 class="short"[^>]*>Quarterly review of the <a class="run"[^>]*><mark/u)
  })

  it('lists a mark whose words are gone, instead of losing it', () => {
    const [first] = PRESS.annotations
    if (first === undefined) throw new Error('the sample has marks')
    const lost = { ...first, range: null, quote: 'words that are gone', note: 'Keep me.' }
    const item: PrintItem = { ...PRESS, annotations: [lost] }
    const { html, marks } = composeDocument([item], OPTIONS)
    expect(marks).toEqual([])
    expect(html).toContain('words that are gone')
    expect(html).toContain('Keep me.')
  })

  it('counts the pages itself where some are counted apart, and leaves it to the engine elsewhere', () => {
    expect(composeDocument([PRESS], OPTIONS).pageRules).toContain('counter(pages)')
    const draft = composeDocument([PRESS, ARABIC], OPTIONS)
    const headings = draft.outline.map((_, index) => Math.min(index, 3))
    const targets = Object.fromEntries(
      [...draft.html.matchAll(/href="#(?<id>[^"]+)"/gu)].map(({ groups }) => [groups?.['id'] ?? '', 3])
    )
    const paper = { width: 595, height: 842 }
    const printed = { pages: Array(9).fill(paper), targets, headings, references: {}, places: {}, runs: [] }
    const { pageRules, frontPages, isDraft } = composeDocument([PRESS, ARABIC], {
      ...OPTIONS,
      notes: 'end',
      passes: [printed]
    })
    expect([draft.isDraft, isDraft, frontPages]).toEqual([true, false, 2])
    expect(pageRules).toContain('"" "ii" "Page 1 of 7" "Page 2 of 7"')
    expect(pageRules).not.toContain('counter(pages)')
  })

  it('says the date in words of the language, and puts running heads on their side', () => {
    expect(composeDocument([PRESS], OPTIONS).html).toContain('16 January 2024')
    const arabic = composeDocument([ARABIC], OPTIONS)
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">')
    expect(arabic.pageRules).toMatch(/@bottom-left \{ content: "Page " counter\(page\)/u)
  })
})

/** An element as this program writes it, with nothing of a briefing in it. */
const OURS =
  /^<(?:!doctype|html|head|meta|title|link|body|section|header|p|h1|h2|dl|div|dt|dd|span|a|mark|sup|ol|ul|li|blockquote|em|strong|code|pre|br)(?: (?:lang|dir|class|id|href|rel|charset)="[\w #:/.-]*")*>$/u

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<style>@page{}</style>',
  '<svg onload=alert(1)>',
  '\u2028</a><iframe>'
]
