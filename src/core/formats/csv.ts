/**
 * Rows as CSV (RFC 4180) that spreadsheets open right: a byte order mark says UTF-8, every field is
 * quoted where it must be, and a field that a spreadsheet would run as a formula begins with an
 * apostrophe (OWASP, CSV injection).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(toField).join(',')).join('\r\n')}\r\n`
}

function toField(value: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
