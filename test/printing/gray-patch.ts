import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { ReadAnnotation, ReadBack } from './read-back'

/** Dots per inch, and points around the words that belong to a mark: its lines stand below, its digit before. */
const RESOLUTION = 144
const AROUND = { left: 6, right: 2, above: 1, below: 5 }

/** The pixels of a mark's first line as poppler draws them in grey, 0 black to 255 white, row by row. */
export async function grayPatch(read: ReadBack, { page, quads }: ReadAnnotation): Promise<readonly number[]> {
  const [quad] = quads
  if (quad === undefined) throw new Error('a mark without words')
  const height = read.pdf.getPage(page - 1).getHeight()
  const dots = (points: number): string => String(Math.round((points * RESOLUTION) / 72))
  const { stdout } = await promisify(execFile)(
    'pdftoppm',
    [
      ...['-gray', '-r', String(RESOLUTION), '-f', String(page), '-singlefile'],
      ...['-x', dots(quad.left - AROUND.left), '-y', dots(height - quad.top - AROUND.above)],
      ...['-W', dots(quad.right - quad.left + AROUND.left + AROUND.right)],
      ...['-H', dots(quad.top - quad.bottom + AROUND.above + AROUND.below)],
      read.path
    ],
    { encoding: 'buffer' }
  )
  return pixelsOf(stdout)
}

/** A portable graymap of 8 bits (Netpbm, `pgm(5)`): three numbers behind its name, then the pixels. */
function pixelsOf(bytes: Buffer): readonly number[] {
  const head = /^P5\s+\d+\s+\d+\s+255\s/u.exec(bytes.subarray(0, 64).toString('latin1'))?.[0] ?? ''
  if (head === '') throw new Error('no graymap')
  return [...bytes.subarray(head.length)]
}
