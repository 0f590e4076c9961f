import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { PROJECT_ROOT } from './project-root.mjs'

/**
 * How a process ended: its exit code, `null` when a signal ended it or it never started.
 *
 * @typedef {{ readonly code: number | null, readonly timedOut: boolean }} Ending
 *
 * @typedef {{
 *   readonly command: readonly [string, ...string[]],
 *   readonly log?: string,
 *   readonly limitMs?: number,
 *   readonly environment?: Readonly<Record<string, string | undefined>>
 * }} Run  `log`: the file that takes its output, which is otherwise shown
 */

/**
 * Run a program to its end in the project's folder.
 *
 * It leads a process group of its own, so that whatever it started ends with it: at its time limit,
 * and when this process is told to stop.
 *
 * @param {Run} run
 * @returns {Promise<Ending>}
 */
export function runProcess({ command, log, limitMs, environment }) {
  const [program, ...args] = command
  const output = log === undefined ? 'inherit' : openLog(log)
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', output, output],
      detached: process.platform !== 'win32',
      shell: program.endsWith('.cmd')
    })
    let timedOut = false
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            endGroup(child.pid)
          }, limitMs)
    const stopListening = endWithUs(child)
    /** @param {number | null} code */
    const finish = (code) => {
      clearTimeout(timer)
      stopListening()
      if (typeof output === 'number') closeSync(output)
      resolve({ code, timedOut })
    }
    child.once('error', () => finish(null))
    child.once('exit', finish)
  })
}

/** @param {string} path */
function openLog(path) {
  mkdirSync(dirname(path), { recursive: true })
  return openSync(path, 'w')
}

/** @param {import('node:child_process').ChildProcess} child */
function endWithUs(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const stop = () => {
    endGroup(child.pid)
    // Others may run beside it, and are ended first.
    setImmediate(() => process.exit(130))
  }
  for (const signal of signals) process.once(signal, stop)
  return () => signals.forEach((signal) => process.off(signal, stop))
}

/** @param {number | undefined} leader */
function endGroup(leader) {
  if (leader === undefined) return
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL')
  } catch {
    // It ended by itself a moment ago, which is all that was wanted.
  }
}
