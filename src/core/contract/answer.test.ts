import { describe, expect, it, vi } from 'vitest'
import { ReaderError } from '../problem/reader-error'
import { answer } from './answer'
import type { ReaderApi } from './api'
import { createClient } from './client'
import type { CallName } from './calls'

/** An api of which only some calls are there. */
function apiWith(methods: Partial<ReaderApi>): ReaderApi {
  return createClient(async (call: CallName, input: unknown) => {
    const method: unknown = methods[call]
    if (typeof method !== 'function') throw new Error(`${call} is not part of this test`)
    return { ok: true, value: await method(input) }
  })
}

describe('an answer', () => {
  it('carries the value', async () => {
    const api = apiWith({ listBriefings: async () => [] })
    const reply = await answer(api, { call: 'listBriefings', input: undefined, onUnexpected: vi.fn() })
    expect(reply).toEqual({ ok: true, value: [] })
  })

  it('refuses an input that the schema does not know, and makes no call', async () => {
    const renameBriefing = vi.fn()
    const reply = await answer(apiWith({ renameBriefing }), {
      call: 'renameBriefing',
      input: { id: 7, title: 'x' },
      onUnexpected: vi.fn()
    })
    expect(reply).toMatchObject({ ok: false, problem: { code: 'input-invalid' } })
    expect(renameBriefing).not.toHaveBeenCalled()
  })

  it('carries a problem through the client and back to an error', async () => {
    const failing = apiWith({
      openBriefing: async () => {
        throw new ReaderError({ code: 'briefing-unknown', id: 'x', nearest: null })
      }
    })
    const client = createClient((call, input) => answer(failing, { call, input, onUnexpected: vi.fn() }))
    await expect(client.openBriefing({ id: 'x' })).rejects.toMatchObject({
      problem: { code: 'briefing-unknown', id: 'x', nearest: null }
    })
  })

  it('tells whoever listens of a bug, and the page only that there was one', async () => {
    const onUnexpected = vi.fn()
    const bug = new TypeError('undefined is not a function')
    const api = apiWith({
      listBriefings: async () => {
        throw bug
      }
    })
    const reply = await answer(api, { call: 'listBriefings', input: undefined, onUnexpected })
    expect(reply).toEqual({ ok: false, problem: { code: 'unexpected' } })
    expect(onUnexpected).toHaveBeenCalledWith(bug)
  })
})
