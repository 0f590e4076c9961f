import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shell } from '../api/shell.mjs'

/** How Electron names what went wrong (webContents.print). */
const FAILED = 'Print job failed'

/**
 * Bring pages to a printer. CDP shows no print dialog, so they open as a PDF in the desktop's own viewer,
 * which has one; the file is gone when the program ends.
 *
 * @param {Uint8Array} pdf
 * @returns {Promise<string>} empty when a viewer took it, else why not
 */
export async function printOnPaper(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'to-print-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'document.pdf')
  writeFileSync(path, pdf, { mode: 0o600 })
  return (await shell.openPath(path)) === '' ? '' : FAILED
}
