/** First bytes of common files that are no text, as a few of them hold none that tell. */
const SIGNATURES = [
  '%PDF-',
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '{\\rtf',
  '\x7fELF',
  '\xd0\xcf\x11\xe0'
]
const SAMPLE = 65_536
/** Old texts hold a form feed or an escape here and there; other bytes are mostly such. */
const MOST_CONTROLS = 0.01

/** Whether bytes in no encoding with zeros are no text. */
export function looksBinary(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (SIGNATURES.some((signature) => start.startsWith(signature))) return true
  const sample = bytes.subarray(0, SAMPLE)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 0x20 && !isUsual(byte)) controls += 1
  }
  return controls > Math.max(1, sample.length * MOST_CONTROLS)
}

/** Tab, line feed, vertical tab, form feed, return, the end of old DOS files, and escape. */
function isUsual(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b
}
