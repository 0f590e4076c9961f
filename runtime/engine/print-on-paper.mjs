import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shell } from '../api/shell.mjs'

/** How Electron names what went wrong (webContents.print). */
const FAILED = 'Print job failed'

/** The folder of the pages that were printed last; none before the first. */
let folder = ''

process.once('exit', clear)

/**
 * Bring pages to a printer. CDP shows no print dialog, so they open as a PDF in the desktop's own viewer,
 * which has one; the file is gone when other pages are printed, or the program ends.
 *
 * @param {Uint8Array} pdf
 * @returns {Promise<string>} empty when a viewer took it, else why not
 */
export async function printOnPaper(pdf) {
  clear()
  folder = mkdtempSync(join(tmpdir(), 'to-print-'))
  const path = join(folder, 'document.pdf')
  writeFileSync(path, pdf, { mode: 0o600 })
  return (await shell.openPath(path)) === '' ? '' : FAILED
}

function clear() {
  if (folder !== '') rmSync(folder, { recursive: true, force: true })
}
