import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import type { TagName } from '../tree/tree'
import { firstClause, TITLE_LENGTH, titleFromLead, titleFromName, titleInText } from './title'

const tree = (...blocks: readonly (readonly [TagName, string])[]): Parameters<typeof titleInText>[0] => ({
  type: 'root',
  children: blocks.map(([tag, value]) => element(tag, [text(value)]))
})

const clauses: Record<string, { lead: string; title: string | null }> = {
  'ends at the first comma': {
    lead: 'On the eve of the 100th anniversary, ministers convened.',
    title: 'On the eve of the 100th anniversary'
  },
  'ends at the end of the sentence': {
    lead: 'Ministers met in Ankara today. They spoke.',
    title: 'Ministers met in Ankara today'
  },
  'takes more than a word': {
    lead: 'Yesterday, the two ministers met, and spoke.',
    title: 'Yesterday, the two ministers met'
  },
  'does not end in an abbreviation': {
    lead: 'The U.S. and Mr. Fidan of the foreign ministry, who met',
    title: 'The U.S. and Mr. Fidan of the foreign ministry'
  },
  'does not end before Jr.': {
    lead: 'Yesterday, President Joseph R. Biden, Jr. spoke to them, and left.',
    title: 'Yesterday, President Joseph R. Biden, Jr. spoke to them'
  },
  'is cut between words': {
    lead: 'I am outraged and heartbroken by the deaths of seven humanitarian workers from World Central Kitchen',
    title: 'I am outraged and heartbroken by the deaths of seven humanitarian workers from World'
  },
  'ends at the punctuation of scripts without spaces': {
    lead: '外交部长在安卡拉举行了联合记者招待会，宣布了合作。',
    title: '外交部长在安卡拉举行了联合记者招待会'
  },
  'is none when the first word is too long': { lead: 'x'.repeat(200), title: null },
  'is the whole of a short text': { lead: 'Nothing more', title: 'Nothing more' }
}

describe('a title from the lead', () => {
  for (const [name, { lead, title }] of Object.entries(clauses)) {
    it(name, () => expect(firstClause(lead)).toBe(title))
  }

  it('is never longer than 90 characters, never cut inside a word, never made up', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-zA-ZäöüßçğİıéÀ-]{1,14}[,.;:!?]?$/),
      fc.constantFrom('Mr.', '“word”', '(so', 'so)', '—', '–', 'U.S.', 'Türkiye’s', '3.5%')
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const lead = words.join(' ')
        const title = firstClause(lead)
        if (title === null) return
        expect(title.length).toBeLessThanOrEqual(TITLE_LENGTH)
        expect(lead.startsWith(title)).toBe(true)
        expect(/[\p{L}\p{N}]$/u.test(title) && /^[\p{L}\p{N}]/u.test(lead.slice(title.length))).toBe(false)
      })
    )
  })

  it('comes from the first paragraph, not from a heading or a listing above it', () => {
    expect(titleFromLead(tree(['h2', 'Part one'], ['pre', 'code'], ['p', 'The lead stands here']))).toBe(
      'The lead stands here'
    )
    expect(titleFromLead(tree(['p', '***']))).toBeNull()
  })
})

describe('a title in the text', () => {
  it('is the heading that the text starts with, or its only h1', () => {
    expect(titleInText(tree(['h1', 'T'], ['p', 'x'], ['h1', 'U']))).toBe('T')
    expect(titleInText(tree(['h2', 'T'], ['p', 'x']))).toBe('T')
    expect(titleInText(tree(['p', 'Laurel Cabin'], ['h1', 'T'], ['p', 'x']))).toBe('T')
  })

  it('is none when headings only part the text', () => {
    expect(titleInText(tree(['p', 'x'], ['h2', 'T'], ['p', 'x']))).toBeNull()
    expect(titleInText(tree(['p', 'x'], ['h1', 'T'], ['h1', 'U']))).toBeNull()
    expect(titleInText({ type: 'root', children: [] })).toBeNull()
  })
})

const names: Record<string, string> = {
  '2024-01-16-visit_to-ankara.md': 'visit to ankara',
  'notes.txt': 'notes',
  '2024-01-16.md': '2024-01-16',
  '.md': '.md',
  '': 'Untitled'
}

describe('a title from a file name', () => {
  for (const [name, title] of Object.entries(names)) {
    it(`${JSON.stringify(name)} gives ${title}`, () => expect(titleFromName(name)).toBe(title))
  }
})
