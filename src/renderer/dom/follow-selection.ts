/**
 * Tell each time a selection stands still: after the mouse button is released, or after a key moved
 * it. Answers the function that stops it.
 */
export function followSelection(settled: () => void): () => void {
  let isPointerDown = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    clearTimeout(timer)
    if (!isPointerDown) timer = setTimeout(settled, 30)
  }
  const stop = new AbortController()
  const { signal } = stop
  document.addEventListener('selectionchange', later, { signal })
  document.addEventListener(
    'pointerdown',
    () => {
      isPointerDown = true
      clearTimeout(timer)
    },
    { signal, capture: true }
  )
  for (const name of ['pointerup', 'pointercancel', 'dragend'] as const) {
    document.addEventListener(
      name,
      () => {
        isPointerDown = false
        later()
      },
      { signal, capture: true }
    )
  }
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}
