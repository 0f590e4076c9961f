/** Where a screen reader hears what changes. */
const LIVE = '[aria-live], [role=status], [role=alert], [role=log]'

/** What was heard since listening began. */
export interface Listening {
  readonly heard: readonly string[]
  stop(): void
}

/**
 * Listen as a screen reader does: to what changes in a live region that is there, unless a modal dialog,
 * outside of which everything is inert, lies over it.
 */
export function listen(): Listening {
  const heard: string[] = []
  const observer = new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => regionOf(target)))
    for (const region of regions) if (region !== null && isReached(region)) heard.push(region.textContent)
  })
  observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  return { heard, stop: () => observer.disconnect() }
}

function regionOf(changed: Node): Element | null {
  const element = changed instanceof Element ? changed : changed.parentElement
  return element?.closest(LIVE) ?? null
}

function isReached(region: Element): boolean {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  return region.isConnected && (modal?.contains(region) ?? true)
}
