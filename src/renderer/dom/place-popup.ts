/** Room between the popup and the selection, and between the popup and the borders of the window. */
const GAP = 10
/** The toolbar must stay free. */
const TOP = 56

/** Where a popup of `size` stands: above the selection, or below where there is no room, always within the window. */
export function placePopup(
  selection: { readonly left: number; readonly top: number; readonly width: number; readonly bottom: number },
  size: { readonly width: number; readonly height: number },
  view: { readonly innerWidth: number; readonly innerHeight: number } = window
): { x: number; y: number } {
  const middle = selection.left + selection.width / 2 - size.width / 2
  const x = Math.max(GAP, Math.min(middle, view.innerWidth - size.width - GAP))
  const above = selection.top - size.height - GAP
  const below = Math.min(selection.bottom + GAP, view.innerHeight - size.height - GAP)
  return { x: Math.round(x), y: Math.round(above >= TOP ? above : Math.max(TOP, below)) }
}
