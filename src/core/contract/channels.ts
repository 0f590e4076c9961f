import type { CallName } from './calls'

/** The channel on which main answers `call`. */
export function callChannel(call: CallName): string {
  return `reader:${call}`
}

/** The channel on which main tells the window something: the event's name, then its payload. */
export const EVENT_CHANNEL = 'reader-event'
