import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The first page as poppler draws it, as bytes of a portable pixmap. */
export async function pictureOf(bytes: Uint8Array): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'picture-'))
  try {
    await writeFile(join(folder, 'page.pdf'), bytes)
    await run('pdftoppm', [
      '-r',
      '60',
      '-f',
      '1',
      '-singlefile',
      join(folder, 'page.pdf'),
      join(folder, 'page')
    ])
    return await readFile(join(folder, 'page.ppm'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The same file without its annotations. */
export async function withoutAnnotations(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  for (const page of pdf.getPages()) page.node.delete(PDFName.of('Annots'))
  return pdf.save()
}
