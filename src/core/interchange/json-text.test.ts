import { describe, expect, it } from 'vitest'
import { messageFor } from '../problem/message-for'
import { problemOf } from '../problem/reader-error'
import { findJsonFault } from './json-fault'
import { JSON_NESTING_LIMIT, parseJson } from './json-text'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function refusalOf(bytes: Uint8Array): string {
  try {
    return `read: ${JSON.stringify(parseJson('marks.json', bytes))}`
  } catch (thrown) {
    return messageFor(problemOf(thrown))
  }
}

describe('a fault in JSON', () => {
  const cases: Readonly<Record<string, { text: string; line: number; column: number; what: RegExp }>> = {
    'no JSON at all': { text: 'this is not json', line: 1, column: 1, what: /“this” is no value/u },
    'a comma too many in an object': {
      text: '{\n  "a": 1,\n}',
      line: 3,
      column: 1,
      what: /comma before this/u
    },
    'a comma too many in a list': { text: '[1, 2, ]', line: 1, column: 8, what: /comma before this/u },
    'a missing comma': { text: '{"a": 1 "b": 2}', line: 1, column: 9, what: /comma or a closing/u },
    'a missing colon': { text: '{"a" 1}', line: 1, column: 6, what: /colon is missing/u },
    'a name without quotes': { text: '{a: 1}', line: 1, column: 2, what: /double quotes/u },
    'a wrong bracket': { text: '{"a": [1}', line: 1, column: 9, what: /comma or a closing/u },
    'an early end': { text: '[1,\n', line: 2, column: 1, what: /ends before/u },
    'an open text': { text: '["abc', line: 1, column: 6, what: /middle of a text/u },
    'a line break in a text': { text: '["a\nb"]', line: 1, column: 4, what: /before its line ends/u },
    'an unknown escape': { text: '["👩\\x"]', line: 1, column: 4, what: /backslash/u },
    'a leading zero': { text: '[01]', line: 1, column: 2, what: /“01” is no value/u },
    'something behind the end': { text: '{} {}', line: 1, column: 4, what: /follows the end/u },
    'a comment': { text: '{} // why', line: 1, column: 4, what: /follows the end/u }
  }
  for (const [name, { text, line, column, what }] of Object.entries(cases)) {
    it(`is found: ${name}`, () => {
      expect(() => JSON.parse(text)).toThrow()
      const fault = findJsonFault(text)
      expect(fault).toMatchObject({ line, column })
      expect(fault?.what).toMatch(what)
    })
  }

  it('is none where JSON is valid', () => {
    for (const text of [
      '{}',
      '[]',
      ' [1, -0.5e+3, "a\\u0041\\n", null, {"a": [true, false, {}]}] ',
      '"x"',
      '0'
    ]) {
      expect(findJsonFault(text), text).toBeNull()
    }
  })
})

describe('a hostile file', () => {
  it('is read with a mark of UTF-8, and in UTF-16', () => {
    expect(parseJson('a', utf8('\uFEFF{"a": 1}'))).toEqual({ a: 1 })
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...'[1]'].flatMap((sign) => [sign.charCodeAt(0), 0])])
    expect(parseJson('a', utf16)).toEqual([1])
  })

  it('gets one sentence', () => {
    expect(refusalOf(utf8(''))).toBe('marks.json is empty, so nothing was imported.')
    expect(refusalOf(utf8(' \n'))).toBe('marks.json is empty, so nothing was imported.')
    expect(refusalOf(Uint8Array.of(0x7b, 0xff, 0x7d))).toContain('is not JSON in UTF-8')
    expect(refusalOf(utf8('['.repeat(1_000_000)))).toContain(`more than ${JSON_NESTING_LIMIT} levels`)
    const deep = `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`
    expect(refusalOf(utf8(deep))).toContain(`more than ${JSON_NESTING_LIMIT} levels`)
    expect(refusalOf(new Uint8Array(50_000_001).fill(0x20))).toContain('larger than the limit of 50 MB')
  })

  it('is not deep for brackets in a text', () => {
    expect(parseJson('a', utf8(JSON.stringify(['[\\"'.repeat(500)])))).toEqual(['[\\"'.repeat(500)])
  })
})
