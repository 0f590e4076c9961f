import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import { SAFE_HEADERS } from '../security/content-security-policy'
import { lockSession } from '../security/lock-session'
import { INDEX_NAME, PRINT_POLICY } from './print-page'
import type { PrintFiles, PrintPage } from './print-page'

/** The scheme that documents are printed under; register it before the app is ready. */
export const PRINT_SCHEME = 'print'

const ORIGIN = `${PRINT_SCHEME}://document`

/**
 * Printing by a hidden window without script, in a session of its own that serves the files of one
 * document from memory and nothing else. Call after the app is ready; prints wait for each other.
 */
export function createPrintingWindow(): PrintPage {
  const served: { files: PrintFiles } = { files: {} }
  const printing = serveDocuments(served)
  let last: Promise<unknown> = Promise.resolve()
  return (files, signal) => {
    const printed = last.then(async () => {
      signal?.throwIfAborted()
      served.files = files
      try {
        return await printIn(printing, signal)
      } finally {
        served.files = {}
      }
    })
    last = printed.catch(() => undefined)
    return printed
  }
}

function serveDocuments(served: { readonly files: PrintFiles }): Session {
  const printing = session.fromPartition('printing', { cache: false })
  lockSession(printing, [PRINT_SCHEME])
  printing.protocol.handle(PRINT_SCHEME, ({ url }) => {
    const { host, pathname } = new URL(url)
    const name = host === 'document' ? decodeURIComponent(pathname.slice(1)) : ''
    const file = Object.hasOwn(served.files, name) ? served.files[name] : undefined
    if (file === undefined) return new Response(null, { status: 404, headers: SAFE_HEADERS })
    return new Response(new Uint8Array(file.bytes), {
      headers: { 'Content-Type': file.type, 'Content-Security-Policy': PRINT_POLICY, ...SAFE_HEADERS }
    })
  })
  return printing
}

/** A print that is ended takes its window with it, and then fails. */
async function printIn(printing: Session, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false
    }
  })
  const end = (): void => window.destroy()
  signal?.addEventListener('abort', end, { once: true })
  try {
    await window.loadURL(`${ORIGIN}/${INDEX_NAME}`)
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true
    })
  } finally {
    signal?.removeEventListener('abort', end)
    window.destroy()
  }
}
