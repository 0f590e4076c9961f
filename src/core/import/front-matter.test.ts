import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partFrontMatter } from './front-matter'

const NONE = { title: null, date: null, language: null, tags: [], sourceUrl: null }

function frontOf(yaml: string): ReturnType<typeof partFrontMatter>['front'] {
  return partFrontMatter(`---\n${yaml}\n---\nbody`).front
}

const cases: Record<string, { yaml: string; expected: object }> = {
  'fields that are none of ours': { yaml: 'layout: post', expected: NONE },
  'title, date, tags and source': {
    yaml: 'title: "Talks: a summary"\ndate: 2024-01-16\ntags: a, b , ,a\nsource_url: https://a.example/x',
    expected: {
      title: 'Talks: a summary',
      date: '2024-01-16',
      tags: ['a', 'b'],
      sourceUrl: 'https://a.example/x'
    }
  },
  'a title over several lines, with an escaped break': {
    yaml: 'title: "the President\\u2019\\\n  s  Travel\\_Plans"',
    expected: { title: 'the President’s Travel Plans' }
  },
  'a list of tags': { yaml: 'tags:\n  - x\n  - "y z"', expected: { tags: ['x', 'y z'] } },
  'names in capitals': {
    yaml: 'Title: T\nDATE: 16 January 2024',
    expected: { title: 'T', date: '2024-01-16' }
  },
  'another name for the date': {
    yaml: 'published_time: 2021-06-03 10:24-04:00',
    expected: { date: '2021-06-03' }
  },
  'a language': { yaml: 'lang: tr_TR', expected: { language: 'tr-TR' } },
  'a title with a colon that YAML forbids': {
    yaml: '# from the web\ntitle: القمة: الأمن\ndate: 2025-06-01\ntags:\n- a: b\n- "c"\nlang: ar',
    expected: { title: 'القمة: الأمن', date: '2025-06-01', tags: ['a: b', 'c'], language: 'ar' }
  },
  'a number as a title': { yaml: 'title: 2024', expected: { title: '2024' } },
  'an address that is no web address': { yaml: 'source_url: javascript:alert(1)', expected: NONE },
  nothing: { yaml: '', expected: NONE },
  'values of the wrong kind': { yaml: 'title: [a]\ndate: {b: c}\ntags: {d: e}', expected: NONE }
}

describe('front matter', () => {
  for (const [name, { yaml, expected }] of Object.entries(cases)) {
    it(`gives: ${name}`, () => expect(frontOf(yaml)).toEqual({ ...NONE, ...expected }))
  }

  it('is no part of the body', () => {
    expect(partFrontMatter('---\ntitle: T\n---\n\nBody').body).toBe('\nBody')
    expect(partFrontMatter('---\ntitle: T\n...\nBody').body).toBe('Body')
    expect(partFrontMatter('---\ntitle: T\n---').body).toBe('')
  })

  it('stays text when it is none: two rules with prose between them', () => {
    const text = '---\nSome prose here, no fields\n---\nmore'
    expect(partFrontMatter(text)).toEqual({ front: NONE, damaged: null, body: text })
  })

  it('stays text when it does not start the file or never ends', () => {
    for (const text of ['x\n---\ntitle: T\n---\n', '---\ntitle: T\n', '----\ntitle: T\n----\n']) {
      expect(partFrontMatter(text).body).toBe(text)
    }
  })

  it('is kept as it stands when it cannot be understood', () => {
    const parts = partFrontMatter('---\ntitle: "open\ndate: 2024-01-16\n---\nBody')
    expect(parts).toEqual({ front: NONE, damaged: '---\ntitle: "open\ndate: 2024-01-16\n---', body: 'Body' })
  })

  it('does not unfold a bomb of aliases', () => {
    const levels = Array.from({ length: 12 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`)
    const parts = partFrontMatter(`---\nl0: &l0 [x]\n${levels.join('\n')}\n---\nBody`)
    expect(parts.body).toBe('Body')
    expect(parts.damaged).toContain('l0: &l0')
  })

  it('loses nothing of any text', () => {
    const line = fc.constantFrom('---', 'title: T', 'a', '', '...', ': [', 'tags: [x')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        const { front, damaged, body } = partFrontMatter(text)
        const known = front.title !== null || front.tags.length > 0 || body !== text
        expect(text.endsWith(body)).toBe(true)
        expect(known || damaged !== null || body === text).toBe(true)
      })
    )
  })
})
