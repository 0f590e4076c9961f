import { nextOf } from '../dom/hit-test'
import { followFootnote } from '../dom/footnotes'
import { NUMBERED } from '../dom/paragraph-numbers'
import { copyPlace } from './cite-commands'
import { words } from '../words/english'
import { selectMark } from './commands'
import type { OpenDocument } from './open-document.svelte'
import type { Reader } from './reader.svelte'

/** A click in the article: on a link, on a footnote's number, or on a mark. */
export function clickArticle(reader: Reader, document: OpenDocument, event: MouseEvent): void {
  const { target, currentTarget } = event
  if (!(target instanceof Element) || !(currentTarget instanceof HTMLElement)) return
  // Letting go of a handle is no click on what lies below it.
  if (target.closest('.mark-handles') !== null) return
  const numbered = target.closest(`[${NUMBERED}]`)?.getAttribute(NUMBERED) ?? null
  if (numbered !== null) return void copyPlace(reader, document, numbered)
  const address = target.closest('a[href]')?.getAttribute('href') ?? null
  if (address !== null) {
    event.preventDefault()
    reader.askForLink(address)
  } else if (event.button === 0 && !followFootnote(currentTarget, target)) clickMark(reader, document, event)
}

function clickMark(reader: Reader, document: OpenDocument, { clientX, clientY }: MouseEvent): void {
  if (getSelection()?.isCollapsed === false) return
  const clicked = document.view?.offsetAt(clientX, clientY) ?? null
  const hits = document.view?.marksAt(clientX, clientY) ?? []
  const next = nextOf(hits, document.marks.selectedId)
  document.marks.chosen.clear()
  if (next === null) document.marks.selectedId = null
  else {
    reader.layout.showNotes()
    selectMark(document, next.id, { flash: false })
    if (document.shown.isSelectedHidden) sayHidden(reader)
  }
  if (clicked !== null) document.cursor.rest({ start: clicked, end: clicked })
}

/** A passage that is clicked shows its card; where the filter hides it, the person hears why it does not come. */
function sayHidden({ notices, filtering }: Reader): void {
  notices.tell(words.filter.hidden, { label: words.filter.clear, run: () => filtering.clear() })
}
