/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/iu
/** Bytes of UTF-8 that every common file system takes, with room for an extension and a date. */
const MAX_BYTES = 120

/**
 * A file name for what is made of `title`, safe on every common file system and never cut inside a
 * character. Control and bidirectional control characters are left out, so that a name reads as it is.
 */
export function exportName(title: string, date: string | null, extension = 'pdf'): string {
  const readable = title
    .replace(/[\p{Cc}\p{Co}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[.-]+|[. ]+$/gu, '')
  const name = readable === '' || RESERVED.test(readable) ? 'Briefing' : shortened(readable)
  return `${date === null ? '' : `${date} `}${name}.${extension}`
}

function shortened(name: string): string {
  const encoder = new TextEncoder()
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += encoder.encode(segment).length
    if (bytes > MAX_BYTES) break
    kept += segment
  }
  return kept.trim()
}
