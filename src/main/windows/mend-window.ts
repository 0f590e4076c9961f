import type { BrowserWindow } from 'electron'

/** A page that dies again this soon would die for ever. */
const TOO_SOON_MS = 10_000

/**
 * Load the page again when its process died: everything that was saved is on disk, and the person
 * goes on where she was. A page that dies again at once is given up.
 */
export function mendWindow(
  window: BrowserWindow,
  onCrash: (reason: string) => void,
  onGivenUp: () => void
): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    onCrash(reason)
    const now = performance.now()
    if (now - last < TOO_SOON_MS) return onGivenUp()
    last = now
    window.webContents.reload()
  })
}
