import type { Attachment } from 'svelte/attachments'

/** What the dragging of a row tells. */
export interface RowDrag {
  /** A row was taken in hand. */
  readonly onbegin: (row: HTMLElement) => void
  /** The row in hand is over this place among the rows, counted from 0. */
  readonly onmove: (row: HTMLElement, to: number) => void
  /** The row was let go of; `isKept` is not so when Esc took it back to where it was. */
  readonly onend: (row: HTMLElement, from: number, isKept: boolean) => void
}

/** So far the pointer goes before a press becomes a drag, and so near the edge it scrolls, in pixels. */
const THRESHOLD = 4
const EDGE = 28
const SCROLL_STEP = 10

/**
 * Let the children of a list, which carry `data-row`, be dragged up and down by mouse, pen or finger at
 * what carries `data-handle`.
 */
export function dragRows({ onbegin, onmove, onend }: RowDrag): Attachment<HTMLElement> {
  return (list) => {
    const begin = (event: PointerEvent): void => {
      const handle = event.target instanceof Element ? event.target.closest('[data-handle]') : null
      const row = handle?.closest<HTMLElement>('[data-row]') ?? null
      if (row === null || event.button !== 0) return
      // So that no words are selected on the way; with that the press gives no focus by itself.
      event.preventDefault()
      onbegin(row)
      follow(list, { row, from: rowsOf(list).indexOf(row), y: event.clientY }, { onmove, onend })
    }
    list.addEventListener('pointerdown', begin)
    return () => list.removeEventListener('pointerdown', begin)
  }
}

type Following = Omit<RowDrag, 'onbegin'>

interface Grip {
  readonly row: HTMLElement
  readonly from: number
  readonly y: number
}

function follow(list: HTMLElement, { row, from, y }: Grip, { onmove, onend }: Following): void {
  const following = new AbortController()
  let isDragging = false
  const move = ({ clientY }: PointerEvent): void => {
    isDragging ||= Math.abs(clientY - y) > THRESHOLD
    if (!isDragging) return
    row.dataset['dragged'] = ''
    scrollAtEdge(list, clientY)
    onmove(row, placeAt(list, row, clientY))
  }
  const end = (isKept: boolean): void => {
    following.abort()
    delete row.dataset['dragged']
    if (isDragging) onend(row, from, isKept)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // It ends the drag, and not the dialog that the list stands in.
    event.preventDefault()
    event.stopPropagation()
    end(false)
  }
  const { signal } = following
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', () => end(true), { signal })
  window.addEventListener('pointercancel', () => end(false), { signal })
  window.addEventListener('keydown', key, { signal, capture: true })
}

/** The place that the row would take: behind all others whose middle lies above the pointer. */
function placeAt(list: HTMLElement, row: HTMLElement, y: number): number {
  return rowsOf(list).filter((other) => {
    const { top, height } = other.getBoundingClientRect()
    return other !== row && top + height / 2 < y
  }).length
}

function rowsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')]
}

function scrollAtEdge(list: HTMLElement, y: number): void {
  const { top, bottom } = list.getBoundingClientRect()
  if (y < top + EDGE) list.scrollTop -= SCROLL_STEP
  else if (y > bottom - EDGE) list.scrollTop += SCROLL_STEP
}
