import type { OpenDocument } from './open-document.svelte'
import type { CardItem } from './shown-marks.svelte'

/**
 * The attributes of a card's list item. Most cards are not on the page, so each says which of how
 * many it is.
 */
export function cardAttributes(
  { marks }: OpenDocument,
  item: CardItem,
  { index, count }: { readonly index: number; readonly count: number }
) {
  const isSelected = item.kind === 'draft' || item.id === marks.selectedId
  const isChosen = marks.chosenIds.includes(item.id)
  const { color } = item.kind === 'draft' ? item.draft : item.mark
  return {
    class: ['card', color, isSelected ? 'selected' : '', isChosen ? 'chosen' : ''].filter(Boolean).join(' '),
    'data-mark': item.id,
    'aria-setsize': count,
    'aria-posinset': index + 1,
    // What is drawn and not measured yet is hidden, and what is hidden takes no focus: the note could not be begun.
    ...(isSelected ? { style: { visibility: 'visible' } } : {})
  }
}
