const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit'
})

/** A moment (RFC 3339) in the person's own time: `23 November 2026 at 18:30`; what is no moment stays as it is. */
export function momentInWords(moment: string): string {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? moment : DAY_AND_TIME.format(time)
}
