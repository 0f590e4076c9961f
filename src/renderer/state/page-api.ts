import type { ImportReport, ReaderApi } from '#core/contract/api'
import type { ReaderBridge } from '#core/contract/bridge'
import { createClient } from '#core/contract/client'
import { unpackReply } from '#core/contract/crossing'
import type { EventName, ReaderEvents } from '#core/contract/events'

/** What the page can ask: every call but one that takes paths, which a page never knows. */
export type PageApi = Omit<ReaderApi, 'importFiles'> & {
  /** Import files that the person dropped; those without a place on disk are left out. With `editionOf`: as editions of it. */
  readonly importDropped: (files: readonly File[], editionOf?: string) => Promise<ImportReport>
  /** Listen to what main tells; answers the function that stops it. */
  readonly on: <Name extends EventName>(
    event: Name,
    listener: (payload: ReaderEvents[Name]) => void
  ) => () => void
}

/** The page's client over the bridge that the preload exposes. */
export function createPageApi(bridge: ReaderBridge): PageApi {
  const client = createClient(async (call, input) => {
    if (call === 'importFiles') throw new Error('the page imports files by importDropped')
    return unpackReply(await bridge[call](input))
  })
  return {
    ...client,
    // The bridge answers with the reply of `importFiles`, so a client of that one call can read it.
    importDropped: (files, editionOf) =>
      createClient(async () => unpackReply(await bridge.importDropped(files, editionOf))).importFiles({
        paths: []
      }),
    // Events come from our own main process and are trusted like replies.
    on: (event, listener) =>
      bridge.on(event, (payload) => listener(payload as Parameters<typeof listener>[0]))
  }
}
