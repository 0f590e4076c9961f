import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { endWithMain } from './utility-process-guard.mjs'
import { createReport } from './utility-process-report.mjs'
import { childStdio } from './utility-process-stdio.mjs'

/** @import { ForkOptions } from 'electron' */

/**
 * What the rest of the runtime gives to this module.
 *
 * @typedef {object} UtilityProcessSeam
 * @property {() => boolean} isReady whether `app` has emitted `ready`
 * @property {string} [nodePath] the Node to run children in; `process.execPath` may name `electron`
 * @property {(details: { type: 'Utility', reason: string, exitCode: number, serviceName: string, name: string }) => void} [onGone]
 */

const BOOTSTRAP = new URL('./utility-process-child.mjs', import.meta.url).href

/**
 * Electron's `utilityProcess` over a Node child process, whose channel clones as `structuredClone` does.
 *
 * @param {UtilityProcessSeam} seam
 */
export function createUtilityProcess(seam) {
  return {
    /**
     * @param {string} modulePath
     * @param {string[] | ForkOptions} [args]
     * @param {ForkOptions} [options]
     * @returns {UtilityProcess}
     */
    fork(modulePath, args = [], options = {}) {
      if (!seam.isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
      if (typeof modulePath !== 'string' || modulePath === '')
        throw new TypeError('Missing UtilityProcess entry script.')
      if (!Array.isArray(args)) return new UtilityProcess(seam, { modulePath, args: [], options: args ?? {} })
      return new UtilityProcess(seam, { modulePath, args: args.map(String), options: options ?? {} })
    }
  }
}

/** A child process of the program, as `utilityProcess.fork` returns it. */
export class UtilityProcess extends EventEmitter {
  /** @type {number | undefined} */ pid = undefined
  /** @type {import('node:stream').Readable | null} */ stdout
  /** @type {import('node:stream').Readable | null} */ stderr
  #child

  /**
   * @param {UtilityProcessSeam} seam
   * @param {{ modulePath: string, args: string[], options: ForkOptions }} what
   */
  constructor(seam, { modulePath, args, options }) {
    super()
    const report = createReport()
    const child = fork(pathOf(modulePath), args, {
      execPath: seam.nodePath ?? process.execPath,
      // Main's own switches (a debugger's port, Playwright's loader) are not the child's.
      execArgv: ['--import', BOOTSTRAP, ...report.switches, ...stringsOf(options.execArgv)],
      serialization: 'advanced',
      stdio: childStdio(options.stdio),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...(options.env ?? process.env), ELECTRON_RUNTIME_SERVICE: nameOf(options) }
    })
    this.#child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    const release = endWithMain(child.pid)
    child.once('spawn', () => this.#hearSpawn())
    child.on('message', (wrapped) => this.emit('message', dataOf(wrapped)))
    // `exit` of the contract must follow it, so that a failed start is an exit too.
    child.once('error', () => this.#hearEnd({ code: 1, seam, options, report: null }))
    child.once('exit', (code, signal) => {
      release()
      this.#hearEnd({ code: exitCode(code, signal), seam, options, report: report.take() })
    })
  }

  /**
   * @param {unknown} message
   * @param {unknown[]} [transfer]
   */
  postMessage(message, transfer) {
    if (transfer !== undefined && transfer.length > 0) {
      throw new Error('runtime: electron.UtilityProcess.postMessage with ports is not implemented')
    }
    // Electron drops what is posted to a process that is gone; Node would emit an error.
    if (this.#child.connected) this.#child.send({ data: message }, () => undefined)
  }

  kill() {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.kill('SIGTERM')
  }

  #hearSpawn() {
    this.pid = this.#child.pid
    this.emit('spawn')
  }

  /** @param {{ code: number, seam: UtilityProcessSeam, options: ForkOptions, report: { location: string, text: string } | null }} end */
  #hearEnd({ code, seam, options, report }) {
    // Without a listener an `error` event would throw, which Electron's does not.
    if (report !== null && this.listenerCount('error') > 0) {
      this.emit('error', 'FatalError', report.location, report.text)
    }
    this.emit('exit', code)
    this.pid = undefined
    this.stdout = null
    this.stderr = null
    if (code !== 0)
      seam.onGone?.({ type: 'Utility', reason: reasonOf(code), exitCode: code, ...bothNames(options) })
  }
}

/** @param {ForkOptions} options */
function bothNames(options) {
  return { serviceName: 'node.mojom.NodeService', name: nameOf(options) }
}

/** @param {ForkOptions} options */
function nameOf(options) {
  return options.serviceName ?? 'Node Utility Process'
}

/** @param {string} modulePath */
function pathOf(modulePath) {
  return modulePath.startsWith('file:') ? fileURLToPath(modulePath) : modulePath
}

/** @param {string[] | undefined} values */
function stringsOf(values) {
  return (values ?? []).map(String)
}

/**
 * What waitpid says on POSIX: the code, or the number of the signal.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return code ?? (signal === null ? 1 : constants.signals[signal])
}

/** @param {number} code */
function reasonOf(code) {
  if (code === constants.signals.SIGTERM || code === constants.signals.SIGKILL) return 'killed'
  return code === constants.signals.SIGABRT || code === constants.signals.SIGSEGV
    ? 'crashed'
    : 'abnormal-exit'
}

/** @param {unknown} wrapped */
function dataOf(wrapped) {
  return typeof wrapped === 'object' && wrapped !== null && 'data' in wrapped ? wrapped.data : undefined
}
