import type { PDFPageProxy } from 'pdfjs-dist'

/** Draw a page, so many pixels wide, into a canvas of its own. Rejects once `signal` is aborted. */
export async function drawPage(
  page: PDFPageProxy,
  width: number,
  signal: AbortSignal
): Promise<HTMLCanvasElement> {
  signal.throwIfAborted()
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  const drawing = page.render({ canvas, viewport })
  const end = (): void => drawing.cancel()
  signal.addEventListener('abort', end, { once: true })
  try {
    await drawing.promise
  } finally {
    signal.removeEventListener('abort', end)
    // What the worker sent for it is sent again when it is drawn again; kept, hundreds of pages fill the memory.
    page.cleanup()
  }
  return canvas
}
