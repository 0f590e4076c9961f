import type { CursorMove } from './cursor-commands'

/** Where a key arrives that is meant for the text: in the article, or nowhere. What scrolls in itself keeps its arrows. */
export function isForText(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target === document.body) return true
  return target.closest('.scroller') !== null && target.closest('.table-box, pre[tabindex]') !== target
}

/** The step that a key asks of the cursor, or `null`: left is forward where the text runs to the left. */
export function cursorMove(event: KeyboardEvent, dir: 'ltr' | 'rtl'): CursorMove | null {
  const { key, shiftKey: isExtending, altKey, ctrlKey, metaKey } = event
  if (altKey || metaKey) return null
  if (key === 'Home' || key === 'End') return { by: key === 'End' ? 1 : -1, unit: 'text', isExtending }
  if (ctrlKey) return null
  const forward = dir === 'ltr' ? 'ArrowRight' : 'ArrowLeft'
  if (key === 'ArrowRight' || key === 'ArrowLeft')
    return { by: key === forward ? 1 : -1, unit: 'sentence', isExtending }
  if (key === 'ArrowDown' || key === 'ArrowUp')
    return { by: key === 'ArrowDown' ? 1 : -1, unit: 'paragraph', isExtending }
  return null
}
