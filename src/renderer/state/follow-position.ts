import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** Saved once the text stands still. */
const DELAY_MS = 400

/** Keep the reading position while a briefing is scrolled; answers the function that stops it. */
export function followPosition(reader: Reader, document: OpenDocument, scroller: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const measure = (): void => {
    const room = scroller.scrollHeight - scroller.clientHeight
    document.progress = room < 8 ? 1 : Math.min(1, scroller.scrollTop / room)
  }
  const save = (): void => {
    timer = undefined
    const offset = document.view?.topOffset() ?? null
    if (offset !== null) {
      // At the very top the title is seen, which is no text: its place is 0.
      const place = scroller.scrollTop < 8 ? 0 : offset
      reader.savePosition(document.briefing.id, { offset: place, progress: document.progress })
    }
  }
  const scrolled = (): void => {
    measure()
    clearTimeout(timer)
    timer = setTimeout(save, DELAY_MS)
  }
  const saveAtOnce = (): void => {
    if (timer === undefined) return
    clearTimeout(timer)
    save()
  }
  scroller.addEventListener('scroll', scrolled, { passive: true })
  window.addEventListener('beforeunload', saveAtOnce)
  const sizes = new ResizeObserver(measure)
  sizes.observe(scroller)
  return () => {
    scroller.removeEventListener('scroll', scrolled)
    sizes.disconnect()
    window.removeEventListener('beforeunload', saveAtOnce)
    saveAtOnce()
  }
}
