import type { ContextBridge, IpcRenderer, WebUtils } from 'electron'
import type { ReaderBridge } from '#core/contract/bridge'
import { CALL_NAMES } from '#core/contract/calls'
import { callChannel, EVENT_CHANNEL } from '#core/contract/channels'
import { EVENT_NAMES } from '#core/contract/events'

/** What of Electron the bridge stands on. */
interface PreloadModules {
  readonly contextBridge: ContextBridge
  readonly ipcRenderer: IpcRenderer
  readonly webUtils: WebUtils
}

/**
 * Put `window.reader` before the page: one function per call, and nothing of Electron itself.
 *
 * Paths of dropped files are looked up here and go to main only, so that a page can bring in no
 * file but those that the person handed to it.
 */
export function exposeBridge({ contextBridge, ipcRenderer, webUtils }: PreloadModules): void {
  const invoke = (call: (typeof CALL_NAMES)[number], input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel(call), input)
  const calls = CALL_NAMES.filter((call) => call !== 'importFiles').map((call) => [
    call,
    (input?: unknown) => invoke(call, input)
  ])
  const bridge = {
    ...Object.fromEntries(calls),
    importDropped: (files: readonly unknown[], editionOf?: string) =>
      invoke('importFiles', {
        editionOf,
        paths: files
          .filter((file): file is File => file instanceof File)
          .map((file) => webUtils.getPathForFile(file))
          .filter((path) => path !== '')
      }),
    on: (event, listener) => {
      if (!EVENT_NAMES.includes(event)) return () => undefined
      const heard = (_: unknown, name: unknown, payload: unknown): void => {
        if (name === event) listener(payload)
      }
      ipcRenderer.on(EVENT_CHANNEL, heard)
      return () => ipcRenderer.off(EVENT_CHANNEL, heard)
    }
  } as ReaderBridge
  contextBridge.exposeInMainWorld('reader', bridge)
}
