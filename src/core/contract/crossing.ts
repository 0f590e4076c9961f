import type { Reply } from './api'

/**
 * A reply as it crosses from main to the page: one text.
 *
 * A thousand marks that cross as objects are taken apart and put together value by value at each border
 * on the way (IPC, and the bridge between the worlds of the page); a text is only copied. Every answer
 * of the contract is JSON.
 */
export function packReply(reply: Reply<unknown>): string {
  return JSON.stringify(reply)
}

/** The reply in what `packReply` made. Replies come from our own main process and are not validated again. */
export function unpackReply(packed: unknown): unknown {
  if (typeof packed !== 'string') throw new TypeError('a reply crosses as text')
  return JSON.parse(packed)
}
