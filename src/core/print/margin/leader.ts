import { tag } from '../html'
import type { Html } from '../html'
import { points } from '../page-geometry'
import type { BesideText, MarginRoom } from './plan-margin'

/** White at the text's end of a leader. */
const INSET = 2.5
/** The part of a leader that goes straight out of the line, so that it is seen which line it is. */
const STRAIGHT = 0.35

/** A hairline from the end of a note's line to the note; `top` is its own, from the top of the page's area. */
export function leaderHtml(
  id: string,
  { top, anchor }: BesideText,
  { geometry, dir }: Pick<MarginRoom, 'geometry'> & { readonly dir: 'ltr' | 'rtl' }
): { readonly html: Html; readonly top: number } {
  const width = geometry.notes?.gutter ?? 0
  const middle = (geometry.notes?.line ?? 0) / 2
  const upper = Math.min(top, anchor) + middle - 1
  const from = anchor + middle - upper
  const to = top + middle - upper
  const x = (part: number): string => round(dir === 'ltr' ? part : width - part)
  const path = `M${x(INSET)} ${round(from)}L${x(INSET + STRAIGHT * width)} ${round(from)}L${x(width)} ${round(to)}`
  const height = Math.max(from, to) + 1
  const line = tag('path', { d: path }, [])
  return {
    top: upper,
    html: tag(
      'svg',
      {
        id,
        className: ['leader'],
        ariaHidden: 'true',
        width: points(width),
        height: points(height),
        viewBox: `0 0 ${round(width)} ${round(height)}`
      },
      [line]
    )
  }
}

function round(length: number): string {
  return String(Math.round(length * 100) / 100)
}
