import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Folders that the person's desktop may have moved, by the names of xdg-user-dirs. */
const DESKTOP_FOLDERS = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos'
}

/** Electron's `app.getPath` and `app.setPath`. */
export class AppPaths {
  /** @type {Map<string, string>} */ #set = new Map()

  /** @param {() => string} appName */
  constructor(appName) {
    this.appName = appName
  }

  /** @param {string} name */
  get(name) {
    const known = this.#set.get(name)
    if (known !== undefined) return known
    const found = this.#find(name)
    if (found === null) throw new Error(`Failed to get '${name}' path`)
    return found
  }

  /** @param {string} name @param {string} path */
  set(name, path) {
    mkdirSync(path, { recursive: true })
    this.#set.set(name, resolve(path))
  }

  /** @param {string} name @returns {string | null} */
  #find(name) {
    switch (name) {
      case 'home':
        return homedir()
      case 'appData':
        return process.platform === 'darwin'
          ? join(homedir(), 'Library', 'Application Support')
          : (process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'))
      case 'userData':
        return join(this.get('appData'), this.appName())
      case 'sessionData':
        return this.get('userData')
      case 'logs':
        return join(this.get('userData'), 'logs')
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad')
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.argv[0] ?? process.execPath
      default:
        return name in DESKTOP_FOLDERS ? desktopFolder(/** @type {'desktop'} */ (name)) : null
    }
  }
}

/** @param {keyof typeof DESKTOP_FOLDERS} name */
function desktopFolder(name) {
  const usual = join(homedir(), DESKTOP_FOLDERS[name])
  if (process.platform === 'darwin') return usual
  try {
    const asked = name === 'downloads' ? 'DOWNLOAD' : name.toUpperCase()
    const path = execFileSync('xdg-user-dir', [asked], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    }).trim()
    return path === '' ? usual : path
  } catch {
    return usual
  }
}
