import { tick } from 'svelte'
import type { OpenDocument } from './open-document.svelte'

/**
 * Go from the card that has the focus to another one by the arrow keys, Home and End; with Shift they
 * choose on the way, with Ctrl what is chosen stays. Answers whether the key was meant so.
 */
export async function stepCard(
  { marks, shown }: OpenDocument,
  cards: readonly { readonly id: string }[],
  event: KeyboardEvent
): Promise<boolean> {
  const id = await walkCards(marks, cards, event)
  if (id === null) return false
  if (event.shiftKey) shown.chooseThrough(id)
  else if (!event.ctrlKey && !event.metaKey) marks.chosen.begin(id)
  return true
}

/**
 * Go from the card that has the focus to another one, whether or not it is on the page yet: whatever
 * draws the cards keeps the selected one on it. Answers where the key led, or `null`.
 */
export async function walkCards(
  selection: { selectedId: string | null },
  cards: readonly { readonly id: string }[],
  event: KeyboardEvent
): Promise<string | null> {
  const { target, currentTarget: list, key, altKey } = event
  if (!(target instanceof HTMLElement) || !(list instanceof HTMLElement)) return null
  if (altKey || !target.matches('.card-main')) return null
  const at = cards.findIndex(({ id }) => id === target.closest<HTMLElement>('.card')?.dataset['mark'])
  const to = indexAfter(key, at, cards.length)
  if (to === null) return null
  event.preventDefault()
  const next = cards[to]
  if (next === undefined) return null
  selection.selectedId = next.id
  await tick()
  list.querySelector<HTMLElement>(`[data-mark="${next.id}"] .card-main`)?.focus({ preventScroll: true })
  return next.id
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
