/** Room that is left above and below what is gone to, as part of the window. */
const MARGIN = 0.14

/** How far to scroll so that `rect` stands well in `view`, in CSS pixels; 0 where it does, or is not drawn. */
export function distanceIntoView(
  rect: { readonly top: number; readonly bottom: number } | null,
  view: { readonly top: number; readonly bottom: number }
): number {
  if (rect === null) return 0
  const margin = (view.bottom - view.top) * MARGIN
  const top = view.top + margin
  const bottom = view.bottom - margin
  const isTall = rect.bottom - rect.top > bottom - top
  if (rect.top < top || (isTall && rect.top > top)) return rect.top - top
  return isTall ? 0 : Math.max(0, rect.bottom - bottom)
}
