/** The words that a highlight of this name is painted on, as one string. */
export function paintedWords(name: string): string {
  const ranges = [...(CSS.highlights.get(name) ?? [])]
  return ranges
    .map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const live = document.createRange()
      live.setStart(startContainer, startOffset)
      live.setEnd(endContainer, endOffset)
      const content = live.cloneContents()
      for (const outside of content.querySelectorAll('[data-outside]')) outside.remove()
      return content.textContent
    })
    .join('')
}
