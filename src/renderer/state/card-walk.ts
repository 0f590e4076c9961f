import { tick } from 'svelte'
import type { OpenDocument } from './open-document.svelte'

/**
 * Go from the card that has the focus to another one by the arrow keys, Home and End, whether or not
 * it is on the page yet; with Shift they choose on the way, with Ctrl what is chosen stays. Answers
 * whether the key was meant so.
 */
export async function stepCard(
  open: OpenDocument,
  cards: readonly { readonly id: string }[],
  event: KeyboardEvent
): Promise<boolean> {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || !target.matches('.card-main') || event.altKey) return false
  const at = cards.findIndex(({ id }) => id === target.closest<HTMLElement>('.card')?.dataset['mark'])
  const to = indexAfter(key, at, cards.length)
  if (to === null) return false
  event.preventDefault()
  const next = cards[to]
  if (next === undefined) return true
  await focusCard(open, next.id)
  if (event.shiftKey) open.shown.chooseThrough(next.id)
  else if (!event.ctrlKey && !event.metaKey) open.marks.chosen.begin(next.id)
  return true
}

/** Select a card, so that it is put on the page, and give it the focus. */
async function focusCard({ marks }: OpenDocument, id: string): Promise<void> {
  marks.selectedId = id
  await tick()
  const main = document.querySelector<HTMLElement>(`[data-mark="${id}"] .card-main`)
  main?.focus({ preventScroll: true })
}

function indexAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
