import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PrintFile } from './print-page'

/**
 * The fonts of the print document. They are static ones: a variable font becomes Type 3 in Chromium's
 * PDF, whose letters look poor on screen and cannot be searched everywhere.
 */
const FAMILIES = [
  { name: 'Source Serif 4', slug: 'source-serif-4', weights: [400, 600] },
  { name: 'Noto Sans', slug: 'noto-sans', weights: [400, 700] }
] as const

/** The fonts that a document needs: their rules, and the files that these name. */
export interface PrintFonts {
  readonly rules: string
  readonly files: Readonly<Record<string, PrintFile>>
}

interface Subset {
  readonly name: string
  readonly range: string
}

/** Choose the parts of the fonts that hold letters of `text`; the Latin part always goes along. */
export async function printFonts(text: string): Promise<PrintFonts> {
  const codePoints = new Set<number>()
  for (const character of text) codePoints.add(character.codePointAt(0) ?? 0)
  const rules: string[] = []
  const files: Record<string, PrintFile> = {}
  for (const family of FAMILIES) {
    const folder = dirname(require.resolve(`@fontsource/${family.slug}/package.json`))
    for (const subset of await subsetsFor(folder, codePoints)) {
      for (const face of facesOf(family.weights)) {
        const file = `${family.slug}-${subset.name}-${face.weight}-${face.style}.woff2`
        const bytes = await readFile(join(folder, 'files', file))
        files[`fonts/${file}`] = { type: 'font/woff2', bytes: new Uint8Array(bytes) }
        rules.push(faceRule(family.name, subset.range, { ...face, file }))
      }
    }
  }
  return { rules: rules.join('\n'), files }
}

const require = createRequire(import.meta.url)

async function subsetsFor(folder: string, codePoints: ReadonlySet<number>): Promise<readonly Subset[]> {
  const ranges: unknown = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'))
  if (typeof ranges !== 'object' || ranges === null) return []
  return Object.entries(ranges)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .filter(([name, range]) => name === 'latin' || holdsAny(range, codePoints))
    .map(([name, range]) => ({ name, range }))
}

/** Whether a `unicode-range` (CSS Fonts Level 4, section 4.5) holds one of the code points. */
function holdsAny(range: string, codePoints: ReadonlySet<number>): boolean {
  const spans = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/iu, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })
  return [...codePoints].some((point) => spans.some(([first, last]) => point >= first && point <= last))
}

function facesOf(weights: readonly number[]): { weight: number; style: 'normal' | 'italic' }[] {
  return weights.flatMap((weight) => [
    { weight, style: 'normal' },
    { weight, style: 'italic' }
  ])
}

function faceRule(
  family: string,
  range: string,
  face: { weight: number; style: string; file: string }
): string {
  return `@font-face { font-family: '${family}'; font-weight: ${face.weight}; font-style: ${face.style}; src: url('fonts/${face.file}') format('woff2'); unicode-range: ${range}; font-display: block }`
}
