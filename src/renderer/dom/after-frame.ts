/**
 * Do `work` once the next frame is on the screen, so that it does not hold up what the frame shows;
 * answers what calls it off. While the window is not drawn, it waits.
 */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)))
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
