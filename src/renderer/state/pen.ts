import { words } from '../words/english'
import type { Reader } from './reader.svelte'

/** Take the pen, with which a selection is a mark at once, or put it away. */
export function togglePen({ layout, notices, settings, colorName }: Reader): void {
  layout.hasPen = !layout.hasPen
  const { lastStyle, lastColor } = settings.current
  notices.announce(
    layout.hasPen ? words.pen.on(words.styles[lastStyle], colorName(lastColor)) : words.pen.off
  )
}
