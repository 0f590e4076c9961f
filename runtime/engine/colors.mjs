import { EventEmitter } from 'node:events'

/**
 * Which colours the program asked for; pages follow by `prefers-color-scheme`.
 * Emits `changed`.
 */
export const colors = Object.assign(new EventEmitter(), {
  /** @type {'system' | 'light' | 'dark'} */
  source: 'system'
})
colors.setMaxListeners(0)

/** What CDP's `Emulation.setEmulatedMedia` is told: nothing where the desktop decides. */
export function emulatedMedia() {
  return {
    features: colors.source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: colors.source }]
  }
}
