import { answer } from '#core/contract/answer'
import type { ReaderApi } from '#core/contract/api'
import type { ReaderBridge } from '#core/contract/bridge'
import { CALL_NAMES, type CallName } from '#core/contract/calls'
import { packReply } from '#core/contract/crossing'
import type { EventName, ReaderEvents } from '#core/contract/events'
import type { Problem } from '#core/problem/problem'
import { ReaderError } from '#core/problem/reader-error'
import { createReaderService } from '#core/service/reader-service'
import { createFakeHost, type FakeHost } from '#core/testing/fake-host'

/** The bridge of a page under test, and what a test can do behind it. */
export interface FakeBridge {
  readonly bridge: ReaderBridge
  readonly host: FakeHost
  readonly api: ReaderApi
  /** What was asked, in order. */
  readonly asked: { readonly call: CallName; readonly input: unknown }[]
  /** Tell the page something. */
  readonly tell: <Name extends EventName>(event: Name, payload: ReaderEvents[Name]) => void
  /** Let every later `call` fail, or with `null` succeed again. */
  readonly fail: (call: CallName, problem: Problem | null) => void
  /** Let every later `call` wait until the function that is answered is called. */
  readonly hold: (call: CallName) => () => void
}

/**
 * The real use cases over a library in memory, behind a bridge as strict as the preload's: what
 * crosses is cloned, so that a proxy fails here as it fails there.
 */
export function createFakeBridge(files: Readonly<Record<string, string>> = {}): FakeBridge {
  const host = createFakeHost(files)
  const api = createReaderService(host)
  const asked: FakeBridge['asked'] = []
  const failing = new Map<CallName, Problem>()
  const held = new Map<CallName, Promise<void>>()
  const listeners = new Set<{ event: EventName; listener: (payload: unknown) => void }>()

  async function carry(call: CallName, input: unknown): Promise<unknown> {
    const crossed: unknown = structuredClone(input)
    asked.push({ call, input: crossed })
    await held.get(call)
    const problem = failing.get(call)
    if (problem !== undefined) return packReply({ ok: false, problem })
    return structuredClone(
      packReply(await answer(api, { call, input: crossed, onUnexpected: console.error }))
    )
  }
  const calls = CALL_NAMES.map((call) => [call, (input?: unknown) => carry(call, input)] as const)
  const bridge: ReaderBridge = {
    ...(Object.fromEntries(calls) as Omit<ReaderBridge, 'importDropped' | 'on'>),
    importDropped: (dropped, editionOf) => carry('importFiles', { paths: dropped.map(pathOf), editionOf }),
    on: (event, listener) => {
      const entry = { event, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    }
  }
  return {
    bridge,
    host,
    api,
    asked,
    tell: (event, payload) => {
      for (const heard of listeners) if (heard.event === event) heard.listener(structuredClone(payload))
    },
    fail: (call, problem) => void (problem === null ? failing.delete(call) : failing.set(call, problem)),
    hold: (call) => {
      let release = (): void => undefined
      held.set(call, new Promise((resolve) => (release = resolve)))
      return () => release()
    }
  }
}

/** Dropped files lie in the fake disk's root. */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) throw new ReaderError({ code: 'unexpected' })
  return `/${file.name}`
}
