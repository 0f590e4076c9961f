import { words } from '../words/english'
import type { Reader } from './reader.svelte'

/** Take the pen, with which a selection is a mark at once, or put it away. */
export function togglePen({ layout, notices, settings, colorName }: Reader): void {
  layout.hasPen = !layout.hasPen
  // What was selected before the pen was taken is not what it is to mark.
  if (layout.hasPen) getSelection()?.removeAllRanges()
  const { lastStyle, lastColor } = settings.current
  notices.announce(
    layout.hasPen ? words.pen.on(words.styles[lastStyle], colorName(lastColor)) : words.pen.off
  )
}
