import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { hasDisplay } from '../engine/browsers.mjs'
import { colors } from '../engine/colors.mjs'
import { findCommand } from '../engine/find-command.mjs'
import { complete } from './unimplemented.mjs'

const SOURCES = ['system', 'light', 'dark']

/** Electron's `NativeTheme`. */
class NativeTheme extends EventEmitter {
  constructor() {
    super()
  }

  /** @type {boolean | null} */ #systemIsDark = null

  get themeSource() {
    return colors.source
  }
  set themeSource(source) {
    if (!SOURCES.includes(source)) throw new TypeError(`Error processing argument: ${String(source)}`)
    const was = this.shouldUseDarkColors
    colors.source = source
    colors.emit('changed')
    if (this.shouldUseDarkColors !== was) this.emit('updated')
  }

  get shouldUseDarkColors() {
    return colors.source === 'system'
      ? this.shouldUseDarkColorsForSystemIntegratedUI
      : colors.source === 'dark'
  }

  // Asked once: the desktop is not watched.
  get shouldUseDarkColorsForSystemIntegratedUI() {
    return (this.#systemIsDark ??= isDesktopDark())
  }
  get shouldUseHighContrastColors() {
    return false
  }
  get shouldUseInvertedColorScheme() {
    return false
  }
  get inForcedColorsMode() {
    return false
  }
  get prefersReducedTransparency() {
    return false
  }
}

function isDesktopDark() {
  if (!hasDisplay()) return false
  const [name, ...args] =
    process.platform === 'darwin'
      ? ['defaults', 'read', '-g', 'AppleInterfaceStyle']
      : ['gsettings', 'get', 'org.gnome.desktop.interface', 'color-scheme']
  const command = findCommand([name])
  if (command === null) return false
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', timeout: 1_000 })
  return /dark/iu.test(stdout ?? '')
}

/** Electron's `nativeTheme`. */
export const nativeTheme = complete('nativeTheme', new NativeTheme())
