import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createLockChain } from './single-instance-chain.mjs'
import { openDoor } from './single-instance-door.mjs'

/**
 * What the rest of the runtime gives to this module.
 *
 * @typedef {object} SingleInstanceSeam
 * @property {() => string} userData the folder that the lock is for
 * @property {() => readonly string[]} argv
 * @property {Promise<unknown>} whenReady Electron tells of a second instance only after `ready`
 * @property {(argv: string[], workingDirectory: string, additionalData: unknown) => void} emitSecondInstance
 * @property {string} [nodePath]
 */

const KNOCK = fileURLToPath(new URL('./single-instance-knock.mjs', import.meta.url))

/** As Chromium: an instance that holds the lock but answers nobody is not waited for any longer. */
const PATIENCE_MS = 20_000

/** Electron's limit for what a second instance says. */
const MOST_BYTES = 32 * 1024 * 1024

/**
 * `app`'s three functions around the single instance lock.
 *
 * @param {SingleInstanceSeam} seam
 */
export function createSingleInstance(seam) {
  /** @type {{ release: () => void } | null} */
  let held = null
  process.once('exit', () => held?.release())
  return {
    /** @param {unknown} [additionalData] */
    requestSingleInstanceLock(additionalData) {
      held ??= takeLock(seam, additionalData)
      return held !== null
    },
    hasSingleInstanceLock: () => held !== null,
    releaseSingleInstanceLock() {
      held?.release()
      held = null
    }
  }
}

/**
 * @param {SingleInstanceSeam} seam
 * @param {unknown} additionalData
 */
function takeLock(seam, additionalData) {
  const userData = seam.userData()
  mkdirSync(userData, { recursive: true, mode: 0o700 })
  const chain = createLockChain(userData)
  const message = JSON.stringify({
    argv: seam.argv(),
    cwd: process.cwd(),
    additionalData: additionalData ?? null
  })
  /** @type {ReturnType<typeof openDoor> | null} */
  let door = null
  for (;;) {
    const last = chain.last()
    if (last !== null && isAnswered(seam, last, message)) {
      door?.close()
      return null
    }
    door ??= openDoor(userData, (heard) => hear(seam, heard))
    if (chain.follow(last, door.path)) break
  }
  const mine = door
  return {
    release() {
      chain.leave(mine.path)
      mine.close()
    }
  }
}

/**
 * Say `message` to the instance behind `socket`; false when there is nobody.
 *
 * The answer must be there before the call returns, which sockets of this process cannot give.
 *
 * @param {SingleInstanceSeam} seam
 * @param {string} socket
 * @param {string} message
 */
function isAnswered(seam, socket, message) {
  const { status } = spawnSync(seam.nodePath ?? process.execPath, [KNOCK, socket], {
    input: Buffer.byteLength(message) > MOST_BYTES ? '' : message,
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {}
  })
  // Only a refused connection proves that the holder is gone.
  return status !== NOBODY_THERE
}

/** The exit code of `single-instance-knock.mjs` when nobody listens. */
const NOBODY_THERE = 3

/**
 * @param {SingleInstanceSeam} seam
 * @param {string} heard
 */
function hear(seam, heard) {
  if (heard === '') return
  const { argv, cwd, additionalData } = JSON.parse(heard)
  void seam.whenReady.then(() => seam.emitSecondInstance(argv, cwd, additionalData))
}
