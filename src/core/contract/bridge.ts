import type { CallName } from './calls'
import type { EventName } from './events'

/**
 * What the preload exposes to the page as `window.reader`: the names of the calls, untyped, plus
 * what only the preload can do. The page never sees a path of a file it was not told.
 */
export type ReaderBridge = {
  readonly [Name in Exclude<CallName, 'importFiles'>]: (input?: unknown) => Promise<unknown>
} & {
  /** Import files that the person dropped or chose; a path is looked up behind the bridge. With `editionOf`: as editions of that briefing. */
  readonly importDropped: (files: readonly unknown[], editionOf?: string) => Promise<unknown>
  /** Listen to what main tells; answers the function that stops it. */
  readonly on: (event: EventName, listener: (payload: unknown) => void) => () => void
}
