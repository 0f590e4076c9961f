import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { findCommand } from '../engine/find-command.mjs'

/** The path of zenity, which draws the desktop's own dialogs, or `null`. */
export function findZenity() {
  return process.platform === 'linux' ? findCommand(['zenity']) : null
}

/**
 * @param {string} zenity
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function askZenity(zenity, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(zenity, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += String(chunk)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: output.replace(/\n$/u, '') }))
    process.once('exit', () => child.kill())
  })
}

/**
 * @param {Electron.OpenDialogOptions & { isSave: boolean }} options
 * @returns {string[]}
 */
export function zenityFileArguments({ title, defaultPath, filters = [], properties = [], isSave }) {
  return [
    '--file-selection',
    `--title=${title ?? (isSave ? 'Save' : 'Open')}`,
    ...(isSave ? ['--save', '--confirm-overwrite'] : []),
    ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
    ...(properties.includes('openDirectory') ? ['--directory'] : []),
    ...(defaultPath === undefined ? [] : [`--filename=${startPath(defaultPath)}`]),
    ...filters.map(({ name, extensions }) => `--file-filter=${name} | ${extensions.map(pattern).join(' ')}`)
  ]
}

/**
 * @param {{ type?: string, title?: string, message: string, detail?: string, buttons: string[] }} options
 * @returns {string[]}
 */
export function zenityMessageArguments({ type = 'none', title = '', message, detail, buttons }) {
  const text = detail ? `${message}\n\n${detail}` : message
  const [first = 'OK', ...others] = buttons
  const kind = others.length > 0 ? 'question' : type === 'error' || type === 'warning' ? type : 'info'
  return [
    `--${kind}`,
    `--title=${title}`,
    '--no-markup',
    `--text=${text}`,
    `--ok-label=${first}`,
    ...(kind === 'question' ? ['--switch'] : []),
    ...(kind === 'question' ? buttons.map((label) => `--extra-button=${label}`) : [])
  ]
}

/** A folder needs its slash, or zenity starts beside it. @param {string} path */
function startPath(path) {
  return !path.endsWith('/') && statSync(path, { throwIfNoEntry: false })?.isDirectory() ? `${path}/` : path
}

/** @param {string} extension */
function pattern(extension) {
  return extension === '*' ? '*' : `*.${extension}`
}
