/** What each glyph of a font stands for: the glyph's code and the text, both in hexadecimal UTF-16. */
export type CharacterMap = ReadonlyMap<string, string>

const SECTION = /\d+ beginbf(?<kind>char|range)\s(?<body>.*?)endbf\k<kind>\s*/gsu
const HEX = /<(?<hex>[0-9a-f]+)>/giu
/** Entries that a section may hold (Adobe Technical Note 5411, section 1.4.1). */
const MAX_ENTRIES = 100

/** Read the mappings of a ToUnicode CMap (ISO 32000-1, section 9.10.3) as the engine writes them. */
export function readCharacterMap(cmap: string): CharacterMap {
  const map = new Map<string, string>()
  for (const { groups } of cmap.matchAll(SECTION)) {
    const hex = [...(groups?.['body'] ?? '').matchAll(HEX)].map((match) => match.groups?.['hex'] ?? '')
    const step = groups?.['kind'] === 'range' ? 3 : 2
    for (let at = 0; at + step <= hex.length; at += step) {
      const [first = '', last = first, text = last] = hex.slice(at, at + step)
      addRange(map, step === 3 ? { first, last, text } : { first, last: first, text: last })
    }
  }
  return map
}

/** The same CMap with other mappings. */
export function writeCharacterMap(cmap: string, map: CharacterMap): string {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, text]) => `<${code}> <${text}>`)
  const sections: string[] = []
  for (let at = 0; at < entries.length; at += MAX_ENTRIES) {
    const chunk = entries.slice(at, at + MAX_ENTRIES)
    sections.push(`${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar\n`)
  }
  const [head = ''] = cmap.split(/\d+ beginbf(?:char|range)\s/u)
  const tail = cmap.slice(cmap.search(/endcmap/u))
  return head + sections.join('') + tail
}

/** In a range the codes and the last unit of the text count up together. */
function addRange(
  map: Map<string, string>,
  { first, last, text }: { first: string; last: string; text: string }
): void {
  const from = Number.parseInt(first, 16)
  const count = Number.parseInt(last, 16) - from
  const unit = Number.parseInt(text.slice(-4), 16)
  for (let index = 0; index <= count; index += 1) {
    map.set(hexOf(from + index, first.length), text.slice(0, -4) + hexOf(unit + index, 4))
  }
}

function hexOf(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0')
}
