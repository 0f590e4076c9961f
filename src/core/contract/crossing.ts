import type { Reply } from './api'

/** A reply that crosses from main to the page: a text, and beside it the bytes of an answer that has some. */
export type PackedReply = string | { readonly text: string; readonly bytes: Uint8Array }

/**
 * A reply as it crosses from main to the page.
 *
 * A thousand marks that cross as objects are taken apart and put together value by value at each border
 * on the way (IPC, and the bridge between the worlds of the page); a text is only copied. Every answer
 * of the contract is JSON, but for the field `bytes`, which is copied too.
 */
export function packReply(reply: Reply<unknown>): PackedReply {
  if (!reply.ok || !hasBytes(reply.value)) return JSON.stringify(reply)
  const { bytes, ...value } = reply.value
  return { text: JSON.stringify({ ok: true, value }), bytes }
}

/** The reply in what `packReply` made. Replies come from our own main process and are not validated again. */
export function unpackReply(packed: unknown): unknown {
  if (typeof packed === 'string') return JSON.parse(packed)
  if (!hasBytes(packed) || !('text' in packed) || typeof packed.text !== 'string')
    throw new TypeError('a reply crosses as text')
  const reply: { value: object } = JSON.parse(packed.text)
  return { ...reply, value: { ...reply.value, bytes: packed.bytes } }
}

function hasBytes(value: unknown): value is { readonly bytes: Uint8Array } {
  return typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
}
