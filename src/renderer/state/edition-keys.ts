import { letterOf } from './keys'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

type Deed = (document: OpenDocument) => void

/** Keys of the comparison while it is open. */
const COMPARISON: Readonly<Record<string, Deed>> = {
  '.': ({ comparison }) => void comparison.step(1),
  ',': ({ comparison }) => void comparison.step(-1),
  F3: ({ comparison }) => void comparison.step(1),
  Escape: ({ comparison }) => comparison.close()
}

/** Keys of the review while it is open. */
const REVIEW: Readonly<Record<string, Deed>> = {
  a: ({ review }) => void review.accept(),
  Enter: ({ review }) => void (review.isPlacing ? review.placeHere() : review.accept()),
  r: ({ review }) => review.beginPlacing(),
  o: ({ review }) => void review.keepOrphan(),
  '.': ({ review }) => review.step(1),
  ',': ({ review }) => review.step(-1),
  Escape: ({ review }) => {
    if (review.isPlacing) review.isPlacing = false
    else review.close()
  }
}

/** Answer a key of the comparison or the review, when one of them is open. Answers whether this was one. */
export function editionKey({ document }: Reader, event: KeyboardEvent): boolean {
  if (document === null || event.ctrlKey || event.metaKey || event.altKey) return false
  const { comparison, review } = document
  if (comparison.isOpen) {
    const isBack = event.key === 'F3' && event.shiftKey
    return isBack ? answered(() => void comparison.step(-1)) : run(COMPARISON, event, document)
  }
  return review.isOpen && !isElsewhere(document, event) && run(REVIEW, event, document)
}

/** A button takes Enter; a selection and its palette are left by Esc before the review is. */
function isElsewhere({ popup, review }: OpenDocument, { key, target }: KeyboardEvent): boolean {
  if (key === 'Enter')
    return target instanceof Element && target.matches('button, a, summary, select') && !review.isPlacing
  return key === 'Escape' && (popup.isShown || getSelection()?.isCollapsed === false)
}

function run(deeds: Readonly<Record<string, Deed>>, event: KeyboardEvent, document: OpenDocument): boolean {
  const deed = deeds[event.shiftKey ? event.key : letterOf(event)]
  if (deed === undefined) return false
  return answered(() => deed(document))
}

function answered(deed: () => void): true {
  deed()
  return true
}
