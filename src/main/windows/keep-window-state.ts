import type { BrowserWindow } from 'electron'
import { writeWholeFile } from '../files/write-whole-file'
import { stateOf } from './window-state'

/**
 * Remember where `window` stood when it was closed; answers what waits until that is written. Where
 * it cannot be written the next window opens in the usual place, which is no loss to speak of.
 */
export function keepWindowState(window: BrowserWindow, path: string): () => Promise<unknown> {
  let written: Promise<unknown> = Promise.resolve()
  window.on('close', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(stateOf(window)))
    written = writeWholeFile({ path, replace: true }, bytes).catch(() => null)
  })
  return () => written
}
