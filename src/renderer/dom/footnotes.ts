/** Go from a footnote's number in the text to the footnote, or back; answers whether `target` was one. */
export function followFootnote(article: HTMLElement, target: Element): boolean {
  const from = target.closest<HTMLElement>('[data-footnote-ref], [data-footnote-back]')
  if (from === null) return false
  const { footnoteRef, footnoteBack } = from.dataset
  const selector =
    footnoteRef === undefined
      ? `[data-footnote-ref="${CSS.escape(footnoteBack ?? '')}"]`
      : `[data-footnote="${CSS.escape(footnoteRef)}"]`
  const to = article.querySelector<HTMLElement>(selector)
  to?.scrollIntoView({ block: 'center', behavior: 'instant' })
  to?.focus({ preventScroll: true })
  return true
}
