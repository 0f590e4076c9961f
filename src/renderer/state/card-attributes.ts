import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
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
  const isChosen = marks.chosen.ids.includes(item.id)
  const mark = item.kind === 'mark' ? item.mark : null
  const isPlaceless = mark !== null && mark.range === null
  const { color } = item.kind === 'draft' ? item.draft : item.mark
  const states = [
    ...(isSelected ? ['selected'] : []),
    ...(isChosen ? ['chosen'] : []),
    ...(isPlaceless ? ['placeless'] : []),
    ...(mark !== null && isTerse(mark) ? ['terse'] : [])
  ]
  return {
    class: ['card', color, ...states].join(' '),
    'data-mark': item.id,
    'aria-setsize': count,
    'aria-posinset': index + 1,
    // What is drawn and not measured yet is hidden, and what is hidden takes no focus: the note could not be begun.
    ...(isSelected ? { style: { visibility: 'visible' } } : {})
  }
}

/** Whether there is nothing to say of a mark but its note, where its place is seen anyhow. */
function isTerse({ range, type, tags, status, isReviewed, note }: PlacedAnnotation): boolean {
  const isSettled = status === 'exact' || isReviewed
  return range !== null && type === 'note' && tags.length === 0 && isSettled && note !== ''
}
