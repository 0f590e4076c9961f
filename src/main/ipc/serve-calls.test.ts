import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { unpackReply } from '#core/contract/crossing'
import { createReaderService } from '#core/service/reader-service'
import { createFakeHost } from '#core/testing/fake-host'
import { serveCalls } from './serve-calls'

vi.mock('electron', () => ({ protocol: {} }))

type Handler = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>

const mainFrame = { url: 'app://reader/index.html' }
const window = { isDestroyed: () => false, webContents: { mainFrame } }
let handlers: Map<string, Handler>
let unexpected: unknown[]

beforeEach(() => {
  handlers = new Map()
  unexpected = []
  const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) }
  serveCalls({
    // The border to Electron: only what `serveCalls` uses is there.
    ipcMain: ipcMain as unknown as IpcMain,
    api: createReaderService(createFakeHost()),
    window: () => window as unknown as BrowserWindow,
    onUnexpected: (error) => unexpected.push(error)
  })
})

async function call(channel: string, senderFrame: unknown, input?: unknown): Promise<unknown> {
  return unpackReply(await handlers.get(channel)?.({ senderFrame } as IpcMainInvokeEvent, input))
}

it('answers our own page', async () => {
  expect(await call('reader:listBriefings', mainFrame)).toEqual({ ok: true, value: [] })
})

it.each([
  ['a frame in our page', { url: 'app://reader/index.html' }],
  ['a frame that is gone', null],
  ['our frame on another page', Object.assign(Object.create(mainFrame), { url: 'https://example.org/' })]
])('refuses %s', async (_what, frame) => {
  expect(await call('reader:listBriefings', frame)).toEqual({ ok: false, problem: { code: 'unexpected' } })
  expect(unexpected).toHaveLength(1)
})

it('answers what is no valid input with a problem, and nothing is done', async () => {
  expect(await call('reader:renameBriefing', mainFrame, { id: 7 })).toMatchObject({
    ok: false,
    problem: { code: 'input-invalid' }
  })
})
