/** A kind of file that can be read. */
export interface Format {
  readonly name: string
  /** As a person calls it, in the plural. */
  readonly label: string
  /** In lower case, without the dot; the first is the one that pasted text is kept under. */
  readonly extensions: readonly string[]
}

/**
 * Every format that can be read. To add one: give it a row here and a reader of the same name in
 * main's table of readers, which does not compile without it.
 */
export const FORMATS = {
  text: { name: 'text', label: 'plain text', extensions: ['txt', 'text'] },
  markdown: { name: 'markdown', label: 'Markdown', extensions: ['md', 'markdown', 'mdown', 'mkd'] }
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

/** The formats in words and extensions, as sentences name them. */
export const SUPPORTED_FORMATS = Object.values<Format>(FORMATS)
  .map(({ label, extensions }) => `${label} (${extensions.map((extension) => `.${extension}`).join(', ')})`)
  .join(' and ')

/** Extensions of files that are no text, or text that nobody wants to read as it stands. */
const OTHERS = new Set(
  (
    'pdf doc docx odt rtf pages xls xlsx ods csv tsv ppt pptx odp key epub mobi azw3 eml msg mbox html htm xhtml mhtml ' +
    'xml rss atom json jsonl png jpg jpeg gif webp svg tif tiff bmp heic avif ico mp3 mp4 m4a wav mov avi mkv webm zip 7z ' +
    'rar gz tar xz bz2 zst exe dll so dylib bin iso dmg js ts css wasm sqlite db'
  ).split(' ')
)

/** The extension of a file name in lower case without the dot, or '' when it has none. */
export function extensionOf(name: string): string {
  return /[^/\\]\.([A-Za-z0-9]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The format that a file's name says, or `null` when it says none of them. */
export function formatByName(name: string): FormatName | null {
  const extension = extensionOf(name)
  const found = Object.values<Format>(FORMATS).find(({ extensions }) => extensions.includes(extension))
  return found === undefined ? null : isFormatName(found.name) ? found.name : null
}

/** Whether a file's name says a format that cannot be read. */
export function isOtherFormat(name: string): boolean {
  return OTHERS.has(extensionOf(name))
}

function isFormatName(name: string): name is FormatName {
  return name in FORMATS
}
