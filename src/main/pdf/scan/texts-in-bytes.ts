/** What every encoding writes in the same way has none of these. */
const NOT_ASCII = /[^\x00-\x7f]/u
/** Strings in hexadecimal, of which those of text begin with a byte order mark. */
const HEX_STRING = /<(?<hex>(?:[0-9a-f]{2}\s*){4,})>/giu
/** What JSON and JavaScript write for a character. */
const ESCAPE = /\\(?:u(?<code>[0-9a-f]{4})|(?<short>[\s\S]))/giu
/** What XML and HTML write for a character. */
const REFERENCE = /&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+)|(?<name>amp|lt|gt|quot|apos));/giu
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff

/** What bytes say as text, in every encoding and notation that words may be written in. */
export function* textsInBytes(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const latin1 = buffer.toString('latin1')
  if (NOT_ASCII.test(latin1)) {
    yield* readings(buffer.toString('utf8'))
    yield latin1
  } else yield* readings(latin1)
  if (buffer.includes(0)) for (const start of [0, 1]) yield* utf16(buffer.subarray(start))
  for (const { groups } of latin1.matchAll(HEX_STRING)) {
    const inside = Buffer.from((groups?.['hex'] ?? '').replace(/\s/gu, ''), 'hex')
    yield inside.toString('utf8')
    yield* utf16(inside)
  }
}

/** A text as it stands, and as JSON and XML read it. */
function* readings(text: string): Generator<string> {
  yield text
  if (text.includes('\\')) yield text.replace(ESCAPE, unescaped)
  if (text.includes('&')) yield text.replace(REFERENCE, dereferenced)
}

function unescaped(_whole: string, code: string | undefined, short: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  return /[nrtbf]/u.test(short ?? '') ? ' ' : (short ?? '')
}

function dereferenced(
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : whole
}

function* utf16(buffer: Buffer): Generator<string> {
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2))
  yield even.toString('utf16le')
  yield Buffer.from(even).swap16().toString('utf16le')
}
