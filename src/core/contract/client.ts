import { ReaderError } from '../problem/reader-error'
import type { CallAnswer, ReaderApi, Reply } from './api'
import { CALL_NAMES, type CallName } from './calls'

/**
 * A `ReaderApi` over anything that carries a call and brings back a `Reply`.
 *
 * Replies come from our own main process and are not validated again: the page gets types, not schemas.
 */
export function createClient(carry: (call: CallName, input: unknown) => Promise<unknown>): ReaderApi {
  const methods = CALL_NAMES.map((call) => [
    call,
    async (input?: unknown) => unwrap((await carry(call, input)) as Reply<CallAnswer<typeof call>>)
  ])
  return Object.fromEntries(methods) as ReaderApi
}

function unwrap<Value>(reply: Reply<Value>): Value {
  if (reply.ok) return reply.value
  throw new ReaderError(reply.problem)
}
