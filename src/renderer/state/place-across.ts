import type { OpenBriefing } from '#core/contract/api'
import { canonicalText } from '#core/text/canonical-text'

/** What stands at the top of the window: the text that is shown, and where in it. */
export interface TopPlace {
  readonly text: string
  readonly offset: number
}

/**
 * `opened` so that reading goes on where it was in another edition: at the same paragraph, else as far
 * down. Without a place before, it begins where it was left.
 */
export function placeAcross(place: TopPlace | null, opened: OpenBriefing): OpenBriefing {
  if (place === null) return opened
  const text = canonicalText(opened.tree)
  const offset = place.offset === 0 ? 0 : offsetIn(text, place)
  return { ...opened, position: { offset, progress: text.length === 0 ? 0 : offset / text.length } }
}

function offsetIn(after: string, { text, offset }: TopPlace): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  const paragraph = text.slice(start, end === -1 ? text.length : end)
  const found = after.indexOf(paragraph)
  if (found !== -1) return found
  return Math.min(after.length - 1, Math.round((offset / text.length) * after.length))
}
