const MONTHS = 'january february march april may june july august september october november december'.split(
  ' '
)

/** A `date YYYY-MM-DD` header at the start of a text, and the text without it. */
export function dateHeader(readable: string): { date: string | null; text: string } {
  const header = /^\s*date:?[ \t]+(\d{4})-(\d{2})-(\d{2})(?!\S)/i.exec(readable)
  const date = header === null ? null : calendarDate(header[1], header[2], header[3])
  return date === null || header === null
    ? { date: null, text: readable }
    : { date, text: readable.slice(header[0].length) }
}

/** The date that a file's name starts with: `2024-01-16-ankara.md`. */
export function dateInFileName(name: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(name)
  return found === null ? null : calendarDate(found[1], found[2], found[3])
}

/**
 * The day that a written date names, on the writer's calendar whatever the time zone, or `null`
 * when it names none or could be two (03/04/2024).
 */
export function writtenDate(value: string): string | null {
  const written = value.trim()
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(written)
  if (iso !== null) return calendarDate(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/.exec(written)
  if (dotted !== null) return calendarDate(dotted[3], dotted[2], dotted[1])
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/.exec(written)
  if (slashed !== null) return unambiguousDate(slashed[3], Number(slashed[1]), Number(slashed[2]))
  return dateInWords(written)
}

function unambiguousDate(year: string | undefined, first: number, second: number): string | null {
  if (first === second || second > 12) return calendarDate(year, String(first), String(second))
  return first > 12 ? calendarDate(year, String(second), String(first)) : null
}

function dateInWords(written: string): string | null {
  const bare = written.replace(/^\p{L}+day,?\s+|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,?\s+/iu, '')
  const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(bare)
  if (monthFirst !== null) return calendarDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,})\.?,?\s+(\d{4})(?!\d)/u.exec(bare)
  return dayFirst === null ? null : calendarDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])
}

function monthNumber(name: string | undefined): string {
  const short = (name ?? '').toLowerCase()
  const index = MONTHS.findIndex(
    (month) => month === short || month.slice(0, 3) === short || (short === 'sept' && month === 'september')
  )
  return String(index + 1)
}

/** `null` for a day that no calendar has. */
function calendarDate(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date
}
