/**
 * A day in words as the language writes it: `16 January 2024`, `16 Ocak 2024`, `2024年1月16日`.
 *
 * @param day `YYYY-MM-DD`, or an RFC 3339 moment, whose own calendar day counts.
 */
export function dayInWords(day: string, language: string | null): string {
  const format = formatOf(language)
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? day : format.format(date)
}

const FORMATS = new Map<string | null, Intl.DateTimeFormat>()

/** To make one takes longer than all dates of a pack. */
function formatOf(language: string | null): Intl.DateTimeFormat {
  const known = FORMATS.get(language)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(knownLocale(language), { dateStyle: 'long', timeZone: 'UTC' })
  FORMATS.set(language, format)
  return format
}

/** The language as `Intl` takes it. Plain English dates are written day first, as most of the world reads them. */
function knownLocale(language: string | null): string {
  if (language === null || language === 'en') return 'en-GB'
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : 'en-GB'
  } catch {
    return 'en-GB'
  }
}

const NUMERIC = /\d\/\d/u

/** From one day to another as the language writes it: `16–18 January 2024`; one day is said once. */
export function daysInWords(first: string, last: string, language: string | null): string {
  if (first === last) return dayInWords(first, language)
  const format = formatOf(language)
  const days = [first, last].map((day) => new Date(`${day.slice(0, 10)}T00:00:00Z`))
  const [from, to] = days
  if (from === undefined || to === undefined || days.some((day) => Number.isNaN(day.getTime()))) {
    return `${first} – ${last}`
  }
  const range = format.formatRange(from, to)
  // In Japanese and Chinese a span of days is written in numbers alone.
  return NUMERIC.test(range) ? `${dayInWords(first, language)} – ${dayInWords(last, language)}` : range
}
