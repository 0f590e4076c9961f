/**
 * Decoded text as everything after it expects it: no byte order mark, no control characters, LF at
 * line ends, no lone surrogates. What is taken away has never been visible.
 */
export function readableText(decoded: string): string {
  return (
    decoded
      .replace(/^\uFEFF+/, '')
      .replace(/\r\n?|[\v\f\u0085\u2028]/g, '\n')
      .replace(/\u2029/g, '\n\n')
      // The separators of old data files, which part what they stand between.
      .replace(/[\x1c-\x1f]/g, ' ')
      .replace(/[\0-\x08\x0e-\x1b\x7f-\x9f]/g, '')
      .toWellFormed()
  )
}
