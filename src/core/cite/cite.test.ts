import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../text/canonical-text'
import { numberParagraphs } from '../text/paragraphs'
import { element, text } from '../tree/elements'
import type { Root, TagName } from '../tree/tree'
import { type CitedEdition, citationOf, linkTo, writeCitation } from './citation'
import { citePlace, type NumberedText, placeOf, rangeOfPlace } from './cited-place'
import { copiedQuotes } from './copied-quote'
import { readDeepLink } from './deep-link'
import { readCitation } from './read-citation'
import { readPlace } from './read-place'

function numbered(tags: readonly TagName[], word: (index: number) => string = String): NumberedText {
  const root: Root = {
    type: 'root',
    children: tags.map((tag, index) => element(tag, [text(`block ${word(index)}`)]))
  }
  const blocks = blocksOf(root)
  return { blocks, numbers: numberParagraphs(blocks) }
}

/** A title, two paragraphs, a section of three and one of one. */
const TEXT = numbered(['h1', 'p', 'p', 'h2', 'p', 'p', 'p', 'h2', 'p'])
const ANKARA: CitedEdition = {
  id: 'eaab6133-a5c0-80a1-a7f1-0328001450a5',
  title: 'Ankara talks',
  date: '2024-01-16',
  dir: 'ltr',
  edition: 1,
  newest: 1
}
const ARABIC: CitedEdition = { ...ANKARA, title: 'محادثات أنقرة', dir: 'rtl' }

/** From the start of one block to the end of another. */
function between(first: number, last: number): { start: number; end: number } {
  return { start: TEXT.blocks[first]?.start ?? 0, end: TEXT.blocks[last]?.end ?? 0 }
}

describe('a place', () => {
  const places: Record<string, [first: number, last: number, cited: string]> = {
    'before the first section': [1, 1, '¶1'],
    'of several paragraphs before the first section': [1, 2, '¶1–2'],
    'in a section': [5, 5, '§1 ¶2'],
    'of several paragraphs': [4, 6, '§1 ¶1–3'],
    'of a heading': [3, 3, '§1'],
    'from a heading on': [3, 5, '§1 – §1 ¶2'],
    'over sections': [5, 8, '§1 ¶2 – §2 ¶1'],
    'from before the first section on': [2, 4, '¶2 – §1 ¶1'],
    'behind the title that it begins with': [0, 2, '¶1–2']
  }
  for (const [name, [first, last, cited]] of Object.entries(places)) {
    it(`is cited and read: ${name}`, () => {
      const place = placeOf(TEXT, between(first, last))
      expect(place === null ? null : citePlace(place)).toBe(cited)
      expect(readPlace(cited)).toEqual(place)
      expect(place === null ? null : rangeOfPlace(TEXT, place)).toEqual(between(first || 1, last))
    })
  }

  it('is none in the title, and in no text', () => {
    expect(placeOf(TEXT, between(0, 0))).toBeNull()
    expect(placeOf({ blocks: [], numbers: [] }, { start: 0, end: 0 })).toBeNull()
  })

  it('does not reach into the block that begins where it ends', () => {
    const { start } = between(4, 4)
    expect(placeOf(TEXT, { start, end: between(5, 5).start })).toEqual(placeOf(TEXT, between(4, 4)))
  })

  it('that is not there is not found', () => {
    for (const cited of ['§9 ¶1', '§1 ¶4', '§1 ¶2–9', '¶0']) {
      const place = readPlace(cited)
      expect(place === null ? null : rangeOfPlace(TEXT, place), cited).toBeNull()
    }
  })

  const typed: Record<string, string> = {
    '3.2': '§3 ¶2',
    '3:2': '§3 ¶2',
    '§3¶2': '§3 ¶2',
    '§ 3, ¶ 2': '§3 ¶2',
    '3.2-4': '§3 ¶2–4',
    '3.2 – 3.4': '§3 ¶2–4',
    '§3 ¶2—¶4': '§3 ¶2–4',
    '3.2-4.1': '§3 ¶2 – §4 ¶1',
    '¶7': '¶7',
    '¶7-9': '¶7–9',
    '§٣ ¶٢': '§3 ¶2',
    '§۳ ¶۲': '§3 ¶2',
    '§３ ¶２': '§3 ¶2',
    '\u2066§3\u00a0¶2\u2069': '§3 ¶2'
  }
  for (const [input, cited] of Object.entries(typed)) {
    it(`is understood as ${cited} when typed as ${input}`, () => {
      const place = readPlace(input)
      expect(place === null ? null : citePlace(place)).toBe(cited)
    })
  }

  it('is nothing else that is typed', () => {
    for (const other of ['', '3', '40 %', 'talks', '§', '¶', '§3 talks', '3.2.1', '§3 ¶4–2', '§4 ¶1 – §3 ¶2'])
      expect(readPlace(other), other).toBeNull()
  })
})

describe('a citation', () => {
  const cited: Record<string, [CitedEdition, string]> = {
    'names the day': [ANKARA, '2024-01-16 §1 ¶2'],
    'names the edition when there are several': [
      { ...ANKARA, edition: 2, newest: 3 },
      '2024-01-16 (edition 2) §1 ¶2'
    ],
    'names the title when there is no day': [{ ...ANKARA, date: null }, 'Ankara talks §1 ¶2'],
    'keeps a Turkish title to the letter': [
      { ...ANKARA, title: 'İstanbul\u00a0ışığı', date: null },
      'İstanbul ışığı §1 ¶2'
    ],
    'has plain digits in Arabic': [{ ...ARABIC, date: null }, 'محادثات أنقرة §1 ¶2']
  }
  for (const [name, [source, expected]] of Object.entries(cited)) {
    it(name, () => {
      const written = writeCitation(citationOf(source, TEXT, between(5, 5)))
      expect(written).toBe(expected)
      const read = readCitation(written)
      expect(read).toMatchObject({
        link: null,
        date: source.date,
        before: source.date === null ? source.title.replace('\u00a0', ' ') : '',
        edition: source.newest === 1 ? null : source.edition,
        place: placeOf(TEXT, between(5, 5))
      })
    })
  }

  it('of the whole briefing is its day', () => {
    expect(writeCitation(citationOf(ANKARA, TEXT, null))).toBe('2024-01-16')
    expect(readCitation('2024-01-16')).toMatchObject({ date: '2024-01-16', place: null })
  })

  const place = { from: { section: 3, paragraph: 2 }, to: { section: 3, paragraph: 2 } }
  const pasted: Record<string, object> = {
    '“both pay” (Ankara talks, 2024-01-16 §3 ¶2)': {
      date: '2024-01-16',
      before: '“both pay” (Ankara talks',
      place
    },
    '(Ankara talks, 2024-01-16 (edition 2) §3 ¶2).': { date: '2024-01-16', edition: 2, place },
    '2024-01-16, ed. 2, §3 ¶2': { date: '2024-01-16', edition: 2, place, before: '' },
    'edition 1 §3 ¶2': { date: null, edition: 1, place, before: '' },
    '2024-01-16 3.2': { date: '2024-01-16', place },
    '٢٠٢٤-٠١-١٦ §٣ ¶٢': { date: '2024-01-16', place, before: '' },
    'Section §7 of the law §3 ¶2': { before: 'Section §7 of the law', place }
  }
  for (const [input, expected] of Object.entries(pasted)) {
    it(`is read from ${input}`, () => expect(readCitation(input)).toMatchObject(expected))
  }

  it('is nothing else that is typed', () => {
    for (const other of ['', 'talks', '§3 ¶2', '3.2', 'Version 3.2', '40 %', '16', 'briefing-reader:nowhere'])
      expect(readCitation(other), other).toBeNull()
  })
})

describe('a link', () => {
  it('leads to what it was made for', () => {
    const number = fc.record({ section: fc.nat(300), paragraph: fc.nat(3_000) })
    const source = fc.record({ id: fc.uuid(), edition: fc.integer({ min: 1, max: 40 }) })
    fc.assert(
      fc.property(source, number, fc.nat(4_000), fc.nat(10_000_000), ({ id, edition }, from, more, start) => {
        const to = { ...from, paragraph: from.paragraph + more }
        const range = { start, end: start + 1 }
        const link = linkTo({ source: { ...ANKARA, id, edition }, place: { from, to }, range })
        expect(link).toMatch(/^[\x21-\x7e]+$/u)
        expect(readDeepLink(link)).toEqual({ briefing: id, edition, place: { from, to }, range, quote: null })
      })
    )
  })

  it('may be written by hand with § and ¶, and with words', () => {
    const link = `briefing-reader://briefing/${ANKARA.id}?edition=1&at=§3¶2&quote=both%20pay`
    expect(readDeepLink(link)).toEqual({
      briefing: ANKARA.id,
      edition: 1,
      place: { from: { section: 3, paragraph: 2 }, to: { section: 3, paragraph: 2 } },
      range: null,
      quote: 'both pay'
    })
  })

  it('that is damaged leads nowhere', () => {
    for (const rest of ['', 'library/x', 'briefing/', 'briefing/x?at=3', 'briefing/x?edition=0'])
      expect(readDeepLink(`briefing-reader://${rest}`), rest).toBeNull()
    expect(readDeepLink('briefing-reader://briefing/x?text=9-3')).toBeNull()
    expect(readDeepLink('https://briefing/x')).toBeNull()
    expect(readDeepLink('briefing-reader://briefing/%E0%A4%A')).toBeNull()
  })
})

describe('a quote that is copied', () => {
  const quoteOf = (source: CitedEdition, quote: string) => ({
    citation: citationOf(source, TEXT, between(5, 5)),
    quote,
    language: 'en'
  })
  const link = `briefing-reader://briefing/${ANKARA.id}?edition=1&at=1.2&text=${between(5, 5).start}-${between(5, 5).end}`

  it('has its source and its link, in plain text and in HTML', () => {
    const { text: plain, html } = copiedQuotes([quoteOf(ANKARA, 'both <pay>\nfor it')])
    expect(plain).toBe(`“both <pay>\nfor it” (Ankara talks, 2024-01-16 §1 ¶2) ${link}`)
    expect(html).toBe(
      `<p dir="ltr">“<bdi lang="en">both &#x3C;pay><br>for it</bdi>” (<a href="${link.replaceAll('&', '&#x26;')}"><bdi>Ankara talks</bdi>, <span dir="ltr">2024-01-16 §1 ¶2</span></a>)</p>`
    )
  })

  it('is a list when there are several', () => {
    const { text: plain, html } = copiedQuotes([quoteOf(ANKARA, 'one'), quoteOf(ANKARA, 'two')])
    expect(plain.split('\n').map((line) => line.slice(0, 7))).toEqual(['- “one”', '- “two”'])
    expect(html).toMatch(/^<ul><li .*one.*<\/li><li .*two.*<\/li><\/ul>$/u)
  })

  it('is the place alone without words', () => {
    expect(copiedQuotes([quoteOf(ANKARA, '')]).text).toBe(`Ankara talks, 2024-01-16 §1 ¶2 ${link}`)
  })

  it('keeps day, place and link in one piece in Arabic, and is read again', () => {
    const { text: plain } = copiedQuotes([quoteOf(ARABIC, 'يدفع الطرفان')])
    expect(plain).toBe(
      `\u200f“\u2068يدفع الطرفان\u2069” (\u2068محادثات أنقرة\u2069, \u20662024-01-16 §1 ¶2\u2069) \u2066${link}\u2069`
    )
    expect(readCitation(plain)?.link).toEqual(readDeepLink(link))
    expect(readCitation(plain.replace(/ \u2066briefing.*$/u, ''))).toMatchObject({ date: '2024-01-16' })
  })

  it('has marks of direction only where something goes from right to left', () => {
    expect(copiedQuotes([quoteOf(ANKARA, 'Türkiye’nin ışığı')]).text).not.toMatch(/[\u200f\u2066-\u2069]/u)
    expect(copiedQuotes([quoteOf(ANKARA, 'يدفع')]).text).toMatch(/^“\u2068يدفع\u2069” \(Ankara talks, /u)
  })
})
