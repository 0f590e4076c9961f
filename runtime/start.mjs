import { readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import electron, { app } from './electron.mjs'
import { browserFor, endBrowsers } from './engine/browsers.mjs'
import { state } from './engine/state.mjs'
import { readArguments } from './start/arguments.mjs'
import { nameElectron, requireModule } from './start/module-hooks.mjs'

const executable = fileURLToPath(new URL('./electron', import.meta.url))

await start()

/** Start the program the way Electron does: its entry point first, then `ready`. */
async function start() {
  state.arguments = readArguments(executable, process.argv.slice(2))
  process.argv = [...state.arguments.argv]
  Object.assign(process.versions, { electron: electronVersion() })
  Object.assign(process, { type: 'browser', defaultApp: true })
  const { appPath, inspectPort, debuggingPort, required } = state.arguments
  if (appPath === null) return fail('electron: no program to start; give the folder of one')
  const program = readProgram(resolve(appPath))
  app.describe(program)
  app.addEnding(endBrowsers)
  state.giveUp = giveUp
  if (inspectPort !== null) inspector.open(inspectPort, '127.0.0.1')
  nameElectron(electron)
  for (const path of required) requireModule(path)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => app.quit())
  process.on('unhandledRejection', (error) => process.stderr.write(`${describe(error)}\n`))
  await import(pathToFileURL(program.entry).href)
  if (debuggingPort !== null) await browserFor(true)
  app.start()
}

/** @param {string} path */
function readProgram(path) {
  if (statSync(path).isFile()) return { name: 'Electron', version: '0.0.0', path, entry: path }
  const { name, productName, version, main } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  return {
    name: productName ?? name ?? 'Electron',
    version: version ?? '0.0.0',
    path,
    entry: join(path, main ?? 'index.js')
  }
}

/** The version whose API this engine follows. */
function electronVersion() {
  return '45.4.1'
}

/** @param {string} sentence @returns {Promise<never>} */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  app.exit(1)
  return new Promise(() => undefined)
}

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
