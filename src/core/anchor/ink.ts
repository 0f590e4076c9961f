/**
 * A text as it is compared with quotes of other programs: without what they write differently (white
 * space, signs before list items) and with one sign for each kind of quotation mark.
 */
export interface Ink {
  readonly units: string
  /** For each code unit of `units`, its offset in the text. */
  readonly offsets: Uint32Array
}

/** Signs before list items wherever they stand alone, since other programs put lists into one line. */
const BULLETS = new Set(Array.from('-*+•◦‣⁃▪▫●○■□·∙', (sign) => sign.charCodeAt(0)))
/** These stand alone in running text too, so they are signs of a list only where a line begins. */
const DASHES = new Set(Array.from('–—', (sign) => sign.charCodeAt(0)))

const SINGLE_QUOTES = new Set(Array.from('‘’‚‛′', (sign) => sign.charCodeAt(0)))
const DOUBLE_QUOTES = new Set(Array.from('“”„‟«»″', (sign) => sign.charCodeAt(0)))

/** Code units that are put together into a string at once: more may overflow the stack. */
const CHUNK = 8_192

/** Take the ink of `text`. */
export function inkOf(text: string): Ink {
  const units = new Uint16Array(text.length)
  const offsets = new Uint32Array(text.length)
  let length = 0
  let startsLine = true
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (isUnseen(unit)) {
      startsLine ||= unit === 0x0a
      continue
    }
    const isSign = BULLETS.has(unit) || (startsLine && DASHES.has(unit))
    if (isSign && standsAlone(text, at)) continue
    startsLine = false
    units[length] = plainQuote(unit)
    offsets[length] = at
    length += 1
  }
  return { units: stringOf(units.subarray(0, length)), offsets: offsets.slice(0, length) }
}

/** The ink of a quote, and where it begins lines with numbers, as lists do, its ink without them. */
export function inksOf(quote: string): readonly string[] {
  const numbered = /(^|\n)[^\S\n]*(?:\d{1,3}|\p{L})[.)](?=\s)/gu
  const inks = [quote, quote.replace(numbered, '$1')].map((text) => inkOf(text).units)
  return [...new Set(inks)].filter((units) => units !== '')
}

/** White space of every kind (Unicode, property White_Space) and signs that show nothing. */
function isUnseen(unit: number): boolean {
  if (unit <= 0x20) return true
  if (unit < 0xa0) return unit >= 0x7f
  if (unit === 0xa0 || unit === 0xad || unit === 0x1680 || unit === 0x3000 || unit === 0xfeff) return true
  if (unit < 0x2000 || unit > 0x2064) return false
  return unit <= 0x200f || (unit >= 0x2028 && unit <= 0x202f) || unit >= 0x205f
}

function standsAlone(text: string, at: number): boolean {
  const isOpen = at === 0 || isUnseen(text.charCodeAt(at - 1))
  return isOpen && (at + 1 === text.length || isUnseen(text.charCodeAt(at + 1)))
}

function plainQuote(unit: number): number {
  if (unit < 0xab) return unit
  if (SINGLE_QUOTES.has(unit)) return 0x27
  return DOUBLE_QUOTES.has(unit) ? 0x22 : unit
}

function stringOf(units: Uint16Array): string {
  const parts: string[] = []
  for (let at = 0; at < units.length; at += CHUNK) {
    parts.push(String.fromCharCode(...units.subarray(at, at + CHUNK)))
  }
  return parts.join('')
}
