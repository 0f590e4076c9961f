import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron'
import type { ReaderApi } from '#core/contract/api'
import { answer } from '#core/contract/answer'
import { CALL_NAMES } from '#core/contract/calls'
import { callChannel } from '#core/contract/channels'
import { packReply } from '#core/contract/crossing'
import { isOurAddress } from '../security/scheme'

interface ServedCalls {
  readonly ipcMain: IpcMain
  readonly api: ReaderApi
  readonly window: () => BrowserWindow | null
  readonly onUnexpected: (error: unknown) => void
}

/** Answer the calls of our own window's main frame; every other sender is refused. */
export function serveCalls({ ipcMain, api, window, onUnexpected }: ServedCalls): void {
  for (const call of CALL_NAMES) {
    ipcMain.handle(callChannel(call), async (event, input: unknown) => {
      // Read before anything is awaited: a frame that navigates away is null afterwards.
      if (!isOurFrame(event, window())) {
        onUnexpected(new Error(`a call of ${call} from a frame that is not ours`))
        return packReply({ ok: false, problem: { code: 'unexpected' } })
      }
      return packReply(await answer(api, { call, input, onUnexpected }))
    })
  }
}

function isOurFrame({ senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (senderFrame === null || window === null || window.isDestroyed()) return false
  return senderFrame === window.webContents.mainFrame && isOurAddress(senderFrame.url)
}
