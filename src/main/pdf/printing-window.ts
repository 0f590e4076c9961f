import { BrowserWindow, session } from 'electron'
import type { Session, WebContents } from 'electron'
import { ReaderError } from '#core/problem/reader-error'
import { SAFE_HEADERS } from '../security/content-security-policy'
import { lockSession } from '../security/lock-session'
import { INDEX_NAME, PRINT_POLICY } from './print-page'
import type { Paper, PrintFiles, PrintOnPaper, PrintPage } from './print-page'

/** The scheme that documents are printed under; register it before the app is ready. */
export const PRINT_SCHEME = 'print'

const ORIGIN = `${PRINT_SCHEME}://document`

/** What a hidden window does with a document once it is there. */
type Use<Made> = (contents: WebContents) => Promise<Made>

/**
 * Printing by a hidden window without script, in a session of its own that serves the files of one
 * document from memory and nothing else. Call after the app is ready; prints wait for each other.
 */
export function createPrintingWindow(): { readonly printPage: PrintPage; readonly onPaper: PrintOnPaper } {
  const served: { files: PrintFiles } = { files: {} }
  const printing = serveDocuments(served)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Made>(
    files: PrintFiles,
    use: Use<Made>,
    signal: AbortSignal | undefined
  ): Promise<Made> => {
    const made = last.then(async () => {
      signal?.throwIfAborted()
      served.files = files
      try {
        return await inWindow(printing, use, signal)
      } finally {
        served.files = {}
      }
    })
    last = made.catch(() => undefined)
    return made
  }
  return {
    printPage: (files, { signal, isDraft = false } = {}) =>
      inTurn(files, (contents) => toPdf(contents, isDraft), signal),
    onPaper: (files, paper, signal) => inTurn(files, (contents) => onPaper(contents, paper, signal), signal)
  }
}

function toPdf(contents: WebContents, isDraft: boolean): Promise<Uint8Array> {
  return contents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: !isDraft,
    generateDocumentOutline: !isDraft
  })
}

/** The margins are those of the page's own rules, as in the PDF. A window that is gone answers no more. */
function onPaper(
  contents: WebContents,
  { size, isColored }: Paper,
  signal: AbortSignal | undefined
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('printing was ended')), { once: true })
    contents.print({ printBackground: true, pageSize: size, color: isColored }, (isPrinted, reason) => {
      if (isPrinted || /cancel/iu.test(reason)) resolve(isPrinted)
      else reject(new ReaderError({ code: 'paper-failed' }, { cause: new Error(reason) }))
    })
  })
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
async function inWindow<Made>(
  printing: Session,
  use: Use<Made>,
  signal: AbortSignal | undefined
): Promise<Made> {
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
    return await use(window.webContents)
  } finally {
    signal?.removeEventListener('abort', end)
    window.destroy()
  }
}
