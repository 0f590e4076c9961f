import { spawnSync } from 'node:child_process'
import { drawMessage, drawFiles } from '../dialogs/drawn.mjs'
import { drawErrorBox } from '../dialogs/error-box.mjs'
import { askZenity, findZenity, zenityFileArguments, zenityMessageArguments } from '../dialogs/zenity.mjs'
import { hasDisplay } from '../engine/browsers.mjs'
import { complete } from './unimplemented.mjs'

/**
 * Electron's `dialog`: zenity's dialogs where it is installed, else drawn in windows of their own.
 * Without a display there is nobody to ask: files are cancelled, and a message is answered as
 * closing it would be.
 *
 * A plain object, so that a program's tests can put their own answers in.
 */
export const dialog = complete('dialog', {
  /** @param {unknown[]} given @returns {Promise<Electron.OpenDialogReturnValue>} */
  async showOpenDialog(...given) {
    const options = optionsOf(given)
    const filePaths = await askForFiles({ ...options, isSave: false })
    return { canceled: filePaths.length === 0, filePaths }
  },

  /** @param {unknown[]} given @returns {Promise<Electron.SaveDialogReturnValue>} */
  async showSaveDialog(...given) {
    const [filePath = ''] = await askForFiles({ ...optionsOf(given), isSave: true })
    return { canceled: filePath === '', filePath }
  },

  /** @param {unknown[]} given @returns {Promise<Electron.MessageBoxReturnValue>} */
  async showMessageBox(...given) {
    const options = optionsOf(given)
    const buttons = options.buttons?.length > 0 ? options.buttons : ['OK']
    const cancelled = options.cancelId ?? indexOfCancel(buttons)
    const { response = cancelled, checkboxChecked = options.checkboxChecked ?? false } =
      (hasDisplay() ? await askMessage({ ...options, buttons }) : null) ?? {}
    return { response, checkboxChecked }
  },

  /** Blocks, as Electron's does: what comes after it may end the program. @param {string} title @param {string} content */
  showErrorBox(title, content) {
    process.stderr.write(`${title}\n${content}\n`)
    if (!hasDisplay()) return
    const zenity = findZenity()
    if (zenity === null) drawErrorBox(title, content)
    else
      spawnSync(zenity, zenityMessageArguments({ type: 'error', title, message: content, buttons: ['OK'] }))
  }
})

/** The window, which comes first where there is one, is not held still. @param {unknown[]} given @returns {any} */
function optionsOf(given) {
  const options = given.at(-1) ?? {}
  if (typeof options !== 'object') throw new TypeError('Options must be an object')
  return options
}

/** @param {any} options @returns {Promise<string[]>} */
async function askForFiles(options) {
  if (!hasDisplay()) {
    process.stderr.write('A file was to be chosen, but there is no display to ask on.\n')
    return []
  }
  const zenity = findZenity()
  if (zenity === null) return drawFiles(options)
  const { code, output } = await askZenity(zenity, zenityFileArguments(options))
  return code === 0 ? output.split('\n').filter((path) => path !== '') : []
}

/** @param {any} options @returns {Promise<{ response?: number, checkboxChecked?: boolean } | null>} */
async function askMessage(options) {
  const zenity = findZenity()
  // zenity has no check box beside its buttons.
  if (zenity === null || options.checkboxLabel) return drawMessage(options)
  const { code, output } = await askZenity(zenity, zenityMessageArguments(options))
  const named = options.buttons.indexOf(output)
  if (named !== -1) return { response: named }
  return code === 0 ? { response: 0 } : null
}

/** @param {string[]} buttons */
function indexOfCancel(buttons) {
  return Math.max(
    0,
    buttons.findIndex((label) => /^&?(cancel|no)$/iu.test(label))
  )
}
