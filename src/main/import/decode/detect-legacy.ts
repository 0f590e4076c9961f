import chardet from 'chardet'
import { languageFit } from '../language/language-fit'
import { decodeAs } from './decode-as'
import { greekEncoding } from './greek'

/** WHATWG names (https://encoding.spec.whatwg.org/#names-and-labels) of what chardet finds. */
const NAMES: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'windows-1257': 'windows-1257',
  'KOI8-R': 'koi8-r',
  'KOI8-U': 'koi8-u',
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
  'EUC-JP': 'euc-jp',
  Shift_JIS: 'shift_jis',
  'ISO-2022-JP': 'iso-2022-jp'
}

/** Any few bytes make some East Asian characters, so these are believed only when they come first. */
const OF_MANY_BYTES = new Set(['gb18030', 'big5', 'euc-kr', 'euc-jp', 'shift_jis', 'iso-2022-jp'])
const SAMPLE = 65_536
/** Candidates this close to the best (of 100) are judged by the language that they make of the bytes. */
const CLOSE = 30
/** Below this chardet found next to nothing: most of such bytes are no text. */
const LOWEST = 5

/** The encoding of bytes that are not Unicode, by its WHATWG name, or `null` when they are no text. */
export function detectLegacy(bytes: Uint8Array): string | null {
  const sample = telling(bytes)
  const found = chardet
    .analyse(sample)
    .flatMap(({ name, confidence }) => ({ name: NAMES[name] ?? null, confidence }))
    .filter((match): match is { name: string; confidence: number } => match.name !== null)
  const best = found[0]
  if (best === undefined || best.confidence < LOWEST) return null
  if (OF_MANY_BYTES.has(best.name)) return best.name
  const close = found.filter(
    ({ name, confidence }) => confidence >= best.confidence - CLOSE && !OF_MANY_BYTES.has(name)
  )
  const candidates = [...new Set(close.map(({ name }) => name))].map((name) => ({
    name,
    fit: fitOf(decodeAs(sample, name))
  }))
  const { name } = candidates.reduce((first, next) => (next.fit > first.fit ? next : first))
  return name === 'iso-8859-7' || name === 'windows-1253' ? greekEncoding(sample) : name
}

/** Lines with bytes outside ASCII first: a long English preface says nothing about them. */
function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, Math.min(first - 1024, bytes.length - SAMPLE))
  const line = bytes.lastIndexOf(0x0a, start) + 1
  return bytes.subarray(line, line + SAMPLE)
}

/** How much like a text of any language this is; what no text holds counts against it. */
function fitOf(text: string): number {
  const strange = text.match(/[\u0080-\u009f\uFFFD\uE000-\uF8FF]/g)?.length ?? 0
  const odd = text.match(/\p{Ll}\p{Lu}|[^\s\p{P}]?[¤¦¨¬¯´¸¹²³¼½¾×÷]\p{L}/gu)?.length ?? 0
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 1
  return languageFit(text) - (10 * strange + odd) / foreign
}
