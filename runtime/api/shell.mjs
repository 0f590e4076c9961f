import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findCommand } from '../engine/find-command.mjs'
import { complete } from './unimplemented.mjs'

/** Electron's `shell`, by what each desktop opens things with. */
export const shell = complete('shell', {
  /** @param {string} url */
  async openExternal(url) {
    if (!URL.canParse(url)) throw new Error('Invalid URL')
    await openWithDesktop(new URL(url).href)
  },

  /** An empty text when it worked, else why it did not. @param {string} path */
  async openPath(path) {
    if (!existsSync(path)) return `Failed to open path: ${path} does not exist`
    try {
      await openWithDesktop(path)
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  },

  /** @param {string} fullPath */
  showItemInFolder(fullPath) {
    void showItem(fullPath).catch((error) => process.stderr.write(`${error.message}\n`))
  },

  beep() {
    process.stderr.write('\u0007')
  }
})

/** @param {string} target */
async function openWithDesktop(target) {
  const [name, ...args] = process.platform === 'darwin' ? ['open', target] : ['xdg-open', target]
  await run(name, args)
}

/** @param {string} path */
async function showItem(path) {
  if (process.platform === 'darwin') return run('open', ['-R', path])
  try {
    // The file manager of the desktop, which marks the file in its folder.
    await run('dbus-send', [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.FileManager1',
      '/org/freedesktop/FileManager1',
      'org.freedesktop.FileManager1.ShowItems',
      `array:string:${pathToFileURL(path).href}`,
      'string:'
    ])
  } catch {
    await openWithDesktop(dirname(path))
  }
}

/** @param {string} name @param {readonly string[]} args @returns {Promise<void>} */
function run(name, args) {
  const command = findCommand([name])
  if (command === null) return Promise.reject(new Error(`Failed to open: ${name} is not installed`))
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Failed to open: ${name} ended with code ${code}`))
    )
    child.unref()
  })
}
