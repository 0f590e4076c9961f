/** The number of the page that fills the upper part of what is in sight, from 1. */
export function pageInSight(scroller: HTMLElement): number {
  const { top, height } = scroller.getBoundingClientRect()
  const line = top + height * 0.4
  const pages = [...scroller.querySelectorAll('[data-page]')]
  const below = pages.findIndex((page) => page.getBoundingClientRect().bottom > line)
  return below === -1 ? Math.max(1, pages.length) : below + 1
}

/** Bring a page to the top. */
export function scrollToPage(scroller: HTMLElement, number: number): void {
  scroller.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' })
}
