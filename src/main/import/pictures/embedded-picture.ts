import { PICTURE_LIMIT_MEGABYTES, TOO_LARGE, type FoundPicture } from './found-picture'

const NOT_DECODED: FoundPicture = { kind: 'none', reason: 'could not be decoded' }

/** The picture in a `data:` address (RFC 2397). */
export function embeddedPicture(address: string): FoundPicture {
  const comma = address.indexOf(',')
  const isBase64 = /;\s*base64\s*$/i.test(address.slice(0, comma))
  if (comma === -1 || !isBase64) return NOT_DECODED
  const body = address.slice(comma + 1)
  // Four characters of base64 are three bytes.
  if (body.length * 0.75 > PICTURE_LIMIT_MEGABYTES * 1_000_000) return TOO_LARGE
  const bytes = Buffer.from(body.includes('%') ? withoutEscapes(body) : body, 'base64')
  return bytes.length === 0 ? NOT_DECODED : { kind: 'bytes', bytes: new Uint8Array(bytes) }
}

function withoutEscapes(body: string): string {
  return body.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
