import type { BrowserWindow, Rectangle, Screen } from 'electron'
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'

const StateSchema = v.object({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  maximized: v.boolean()
})

/** Where the window stood. Losing it costs nothing, so it is written without ceremony. */
export type WindowState = v.InferOutput<typeof StateSchema>

/** The size of a first window. */
const FIRST = { width: 1280, height: 800 }
/** Of a window that stands partly outside, this much must be seen to take hold of it. */
const GRIP = 80

/** The stored state if it is whole and still lies on a screen, else `null`. */
export async function readWindowState(path: string, screen: Screen): Promise<WindowState | null> {
  try {
    const stored = v.safeParse(StateSchema, JSON.parse(await readFile(path, 'utf8')))
    return stored.success && isReachable(stored.output, screen) ? stored.output : null
  } catch {
    return null
  }
}

/** The bounds to open the window with. */
export function boundsOf(state: WindowState | null): Partial<Rectangle> {
  if (state === null) return FIRST
  const { x, y, width, height } = state
  return { x, y, width, height }
}

/** What is to be stored of a window. */
export function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}

function isReachable(state: WindowState, screen: Screen): boolean {
  const { workArea } = screen.getDisplayMatching(state)
  return (
    state.x + state.width >= workArea.x + GRIP &&
    state.x <= workArea.x + workArea.width - GRIP &&
    state.y >= workArea.y &&
    state.y <= workArea.y + workArea.height - GRIP
  )
}
