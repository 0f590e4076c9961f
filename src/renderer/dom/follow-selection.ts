/** How the button or the finger was let go that ended a selection. */
export interface Release {
  readonly pointer: 'mouse' | 'touch'
  readonly altKey: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrlKey: boolean
  /** 2 for a double click. */
  readonly clicks: number
}

/** So long after the last change a selection stands still. */
const STILL_MS = 30

/**
 * Tell each time a selection stands still: after a pointer was let go, and how; or, with `null`, after
 * a key or a handle of the system moved it. Answers the function that stops it.
 */
export function followSelection(settled: (release: Release | null) => void): () => void {
  let isPointerDown = false
  let clicks = 0
  let release: Release | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    clearTimeout(timer)
    if (isPointerDown) return
    timer = setTimeout(() => {
      const how = release
      release = null
      settled(how)
    }, STILL_MS)
  }
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true }
  const up = (how: Release | null): void => {
    isPointerDown = false
    release = how
    later()
  }
  document.addEventListener('selectionchange', later, options)
  document.addEventListener('mousedown', ({ detail }) => (clicks = detail), options)
  document.addEventListener(
    'pointerdown',
    () => {
      isPointerDown = true
      release = null
      clearTimeout(timer)
    },
    options
  )
  document.addEventListener('pointerup', (event) => up(releaseOf(event, clicks)), options)
  // A finger that selects is taken over by the system, and so is a drag.
  for (const name of ['pointercancel', 'dragend'] as const)
    document.addEventListener(name, () => up(null), options)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

function releaseOf({ pointerType, altKey, ctrlKey, metaKey }: PointerEvent, clicks: number): Release {
  const pointer = pointerType === 'touch' ? 'touch' : 'mouse'
  return { pointer, altKey, ctrlKey: ctrlKey || metaKey, clicks }
}
