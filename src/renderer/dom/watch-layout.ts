/** Call `changed` when what stands in `element` is laid out anew: another width, another text size, more of it drawn. Answers the function that stops it. */
export function watchLayout(element: Element, changed: () => void): () => void {
  const observer = new ResizeObserver(changed)
  observer.observe(element)
  return () => observer.disconnect()
}
