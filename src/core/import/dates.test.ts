import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateHeader, dateInFileName, writtenDate } from './dates'

const headers: Record<string, { text: string; date: string | null; rest: string }> = {
  'a date before the lead': { text: ' date 2024-01-16 On the eve', date: '2024-01-16', rest: ' On the eve' },
  'with a colon and on a line of its own': {
    text: 'Date: 2024-01-16\n\nLead',
    date: '2024-01-16',
    rest: '\n\nLead'
  },
  'a day that no calendar has stays text': {
    text: 'date 2023-02-29 x',
    date: null,
    rest: 'date 2023-02-29 x'
  },
  'a word that only starts so stays text': { text: 'dated 2024-01-16', date: null, rest: 'dated 2024-01-16' },
  'a longer number stays text': { text: 'date 2024-01-160', date: null, rest: 'date 2024-01-160' },
  'a date in the middle stays text': { text: 'The date 2024-01-16', date: null, rest: 'The date 2024-01-16' }
}

describe('the date header', () => {
  for (const [name, { text, date, rest }] of Object.entries(headers)) {
    it(`reads: ${name}`, () => expect(dateHeader(text)).toEqual({ date, text: rest }))
  }
})

const written: Record<string, string | null> = {
  '2024-01-16': '2024-01-16',
  '2024-1-6': '2024-01-06',
  '2021-06-03 10:24:58-04:00': '2021-06-03',
  '2024-01-16T23:59:00Z': '2024-01-16',
  '20240116': '2024-01-16',
  '16.1.2024': '2024-01-16',
  '16/01/2024': '2024-01-16',
  '01/16/2024': '2024-01-16',
  '03/04/2024': null,
  'January 16, 2024': '2024-01-16',
  'Tuesday, 16 Jan. 2024': '2024-01-16',
  'Sept 9, 2021': '2021-09-09',
  '16th January 2024': '2024-01-16',
  '2024-13-01': null,
  '2023-02-29': null,
  '2024-02-29': '2024-02-29',
  yesterday: null,
  '': null
}

describe('a written date', () => {
  for (const [value, expected] of Object.entries(written)) {
    it(`${JSON.stringify(value)} is ${expected ?? 'none'}`, () => expect(writtenDate(value)).toBe(expected))
  }

  it('is the day that was written, whatever follows it', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const written = day.toISOString()
        expect(writtenDate(written)).toBe(written.slice(0, 10))
        expect(dateHeader(`date ${written.slice(0, 10)} x`).date).toBe(written.slice(0, 10))
      })
    )
  })
})

it('reads the date that the name of a file starts with', () => {
  expect(dateInFileName('2024-01-16-ankara.md')).toBe('2024-01-16')
  expect(dateInFileName('2024-01-161.md')).toBeNull()
  expect(dateInFileName('notes-2024-01-16.md')).toBeNull()
})
