import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ReadAnnotation, ReadBack } from './read-back'

/** Dots per inch: a page has two million of them. */
const RESOLUTION = 144
const MOST_BYTES = 16 * 1024 * 1024
/** Points around the words that belong to a mark: its lines stand below, its digit before. */
const AROUND = { left: 6, right: 2, above: 1, below: 5 }

/** The pixels of a mark's first line as poppler draws them in grey, 0 black to 255 white, row by row. */
export async function grayPatch(read: ReadBack, { page, quads }: ReadAnnotation): Promise<readonly number[]> {
  const [quad] = quads
  if (quad === undefined) throw new Error('a mark without words')
  const height = read.pdf.getPage(page - 1).getHeight()
  const dots = (points: number): string => String(Math.round((points * RESOLUTION) / 72))
  return drawn(read, page, [
    ...['-x', dots(quad.left - AROUND.left), '-y', dots(height - quad.top - AROUND.above)],
    ...['-W', dots(quad.right - quad.left + AROUND.left + AROUND.right)],
    ...['-H', dots(quad.top - quad.bottom + AROUND.above + AROUND.below)]
  ])
}

/** The pixels of a whole page, the first one 1. */
export function grayPage(read: ReadBack, page: number): Promise<readonly number[]> {
  return drawn(read, page, [])
}

async function drawn({ path }: ReadBack, page: number, area: readonly string[]): Promise<readonly number[]> {
  const whole = ['-gray', '-r', String(RESOLUTION), '-f', String(page), '-singlefile']
  const { stdout } = await promisify(execFile)('pdftoppm', [...whole, ...area, path], {
    encoding: 'buffer',
    maxBuffer: MOST_BYTES
  })
  return pixelsOf(stdout)
}

/** A portable graymap of 8 bits (Netpbm, `pgm(5)`): three numbers behind its name, then the pixels. */
function pixelsOf(bytes: Buffer): readonly number[] {
  const head = /^P5\s+\d+\s+\d+\s+255\s/u.exec(bytes.subarray(0, 64).toString('latin1'))?.[0] ?? ''
  if (head === '') throw new Error('no graymap')
  return [...bytes.subarray(head.length)]
}
