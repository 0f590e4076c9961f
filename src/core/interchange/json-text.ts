import { ReaderError } from '../problem/reader-error'
import { findJsonFault } from './json-fault'

/** How deep JSON may be nested: far deeper than an annotation, far less than what overflows a stack. */
export const JSON_NESTING_LIMIT = 100

/** More is no list of annotations, and would hold up everything else. */
const SIZE_LIMIT_MEGABYTES = 50

/**
 * The value of a JSON document in UTF-8, or UTF-16 with its mark; a mark of UTF-8 is passed over.
 *
 * @param name of the file, for sentences.
 * @throws ReaderError `json-invalid`, `json-not-text`, `nesting-too-deep`, `file-empty`, `file-too-large`
 */
export function parseJson(name: string, bytes: Uint8Array): unknown {
  if (bytes.length > SIZE_LIMIT_MEGABYTES * 1_000_000) {
    throw new ReaderError({ code: 'file-too-large', path: name, limitMegabytes: SIZE_LIMIT_MEGABYTES })
  }
  const text = decode(name, bytes)
  if (text.trim() === '') throw new ReaderError({ code: 'file-empty', path: name })
  if (isNestedDeeper(text, JSON_NESTING_LIMIT)) {
    throw new ReaderError({ code: 'nesting-too-deep', path: name, limit: JSON_NESTING_LIMIT })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    const fault = findJsonFault(text)
    if (fault === null) throw cause
    throw new ReaderError({ code: 'json-invalid', path: name, ...fault }, { cause })
  }
}

/** RFC 8259 (section 8.1) asks for UTF-8; what Windows programs write with a mark is read too. */
function decode(name: string, bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = !isUtf16 ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new ReaderError({ code: 'json-not-text', path: name }, { cause })
  }
}

/** Whether more than `limit` brackets are open at once; those inside texts do not count. */
function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') isInText = !isInText
    else if (isInText && sign === '\\') at += 1
    else if (!isInText && (sign === '[' || sign === '{')) depth += 1
    else if (!isInText && (sign === ']' || sign === '}')) depth -= 1
    if (depth > limit) return true
  }
  return false
}
