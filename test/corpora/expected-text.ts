/** Everything of a text that is no white space and no control character. */
export function inkOf(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b\ufeff]+/gu, '')
}

/** The letters and digits of a text. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A Markdown file parted at its front matter, with nothing but a regular expression. */
export function bodyOf(markdown: string): { readonly front: string; readonly body: string } {
  const found = /^---\n([^]*?)\n---\n/.exec(markdown)
  return { front: found?.[1] ?? '', body: markdown.slice(found?.[0].length ?? 0) }
}

/**
 * The words that a person would see of a Markdown text, by a few regular expressions: no parser, so
 * that it shares no mistake with the one under test.
 */
export function visibleMarkdown(body: string): string {
  return body
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g, ']')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/^[ \t>]*\d{1,3}[.)](?=[ \t])/gm, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, ' ')
}
