import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { Page } from '../engine/page.mjs'
import { showDialogPage } from './files.page.mjs'
import { showMessagePage } from './message.page.mjs'

/**
 * Ask for files in a window of our own.
 *
 * @param {Electron.OpenDialogOptions & { isSave: boolean }} options
 * @returns {Promise<string[]>} none when it was cancelled
 */
export async function drawFiles({ title, defaultPath, buttonLabel, filters = [], properties = [], isSave }) {
  const start = startOf(defaultPath)
  const settings = {
    ...start,
    title: title ?? (isSave ? 'Save' : 'Open'),
    button: buttonLabel ?? (isSave ? 'Save' : 'Open'),
    isSave,
    isMultiple: properties.includes('multiSelections'),
    wantsFolder: properties.includes('openDirectory'),
    extensions: filters[0]?.extensions ?? ['*']
  }
  const answer = await draw({ width: 720, height: 520 }, showDialogPage, settings)
  return answer ?? []
}

/**
 * Say something in a window of our own, and hear which button was pressed.
 *
 * @param {Electron.MessageBoxOptions} options
 * @returns {Promise<{ response: number, checkboxChecked: boolean } | null>} `null` when it was closed
 */
export function drawMessage({ title, message, detail, buttons, defaultId, checkboxLabel, checkboxChecked }) {
  const settings = { title, message, detail, buttons, defaultId, checkboxLabel, checkboxChecked }
  return draw({ width: 520, height: 260 }, showMessagePage, settings)
}

/**
 * @param {{ width: number, height: number }} size
 * @param {Function} script runs in the page with `settings` and a function that asks us
 * @param {object} settings
 * @returns {Promise<any>}
 */
async function draw(size, script, settings) {
  const page = await Page.open({ visible: true, size, preload: null, javascript: true, background: null })
  const { session } = page
  session.on('Fetch.requestPaused', ({ requestId }) =>
    session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined)
  )
  await session.send('Runtime.addBinding', { name: 'electronDialog' })
  /** @type {Promise<unknown>} */
  const answered = new Promise((resolve) => {
    page.once('gone', () => resolve(null))
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'electronDialog') return
      const { kind, value } = JSON.parse(payload)
      if (kind === 'answer') resolve(value)
      else void tell(session, kind === 'list' ? listing(value) : { path: value, exists: existsSync(value) })
    })
  })
  await session.send('Runtime.evaluate', { expression: `(${script})(${JSON.stringify(settings)})` })
  const answer = await answered
  await page.close(false)
  return answer
}

/** @param {import('../chromium/cdp.mjs').CdpSession} session @param {object} line */
function tell(session, line) {
  const expression = `electronDialogHear(${JSON.stringify(line)})`
  return session.send('Runtime.evaluate', { expression }).catch(() => undefined)
}

/** @param {string | undefined} path */
function startOf(path) {
  const full = resolve(path ?? homedir())
  if (isFolder(full)) return { folder: full, name: '' }
  return { folder: isAbsolute(path ?? '') ? dirname(full) : homedir(), name: basename(full) }
}

/** @param {string} folder */
function listing(folder) {
  const full = resolve(folder)
  try {
    const names = readdirSync(full).filter((name) => !name.startsWith('.'))
    const entries = names.map((name) => ({ name, isFolder: isFolder(join(full, name)) }))
    entries.sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name))
    return { folder: full, parent: dirname(full), entries }
  } catch {
    return { folder: full, parent: dirname(full), entries: [] }
  }
}

/** @param {string} path */
function isFolder(path) {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
