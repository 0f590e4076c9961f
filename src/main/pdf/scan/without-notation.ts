/** Names of PDF (ISO 32000-1, section 7.3.5), which stand in contents and between objects. */
const NAME = String.raw`/[^\s/[\]<>(){}%]+`
/** Tags and instructions of XML, with their attributes; a comparison in a sentence is none. */
const TAG = String.raw`</?[a-z][\w.-]*(?::[\w.-]+)?(?:\s+[\w:.-]+="[^"]*")*\s*/?>|<\?[^<>]*\?>`
/** The key of a field in JSON. */
const KEY = String.raw`"[\w@:]+"\s*:`
/** Keywords of a file (ISO 32000-1, section 7.5). */
const KEYWORD = String.raw`\b(?:endobj|endstream|startxref|trailer)\b`

const NOTATION = new RegExp([NAME, TAG, KEY, KEYWORD].join('|'), 'giu')

/** The words of a text that is written as PDF, XML or JSON, without those of the notation. */
export function withoutNotation(text: string): string {
  return text.replace(NOTATION, ' ')
}
