/** Items that are drawn in one go: enough for a screen, light enough for one frame. */
const STEP = 24

/** How many of a list are drawn so far: a screenful at once, the rest step by step between frames. */
export function growing(total: () => number): { readonly count: number } {
  let count = $state(STEP)
  $effect(() => {
    if (count >= total()) return
    const timer = setTimeout(() => (count += STEP), 0)
    return () => clearTimeout(timer)
  })
  return {
    get count() {
      return count
    }
  }
}
