import { lstatSync, readlinkSync, renameSync, rmdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Who holds the lock, as symbolic links in `folder`.
 *
 * The first holder makes the link `after-nobody`, which names its socket. A holder that was killed
 * leaves its link behind; who takes the lock after it makes `after-<its socket's folder>`. The last
 * of the chain holds the lock. Making a link is atomic and no socket's folder comes twice, so of
 * all who find the same dead holder one alone can follow it; removing a dead link first, the usual
 * way, could remove that of the next holder.
 *
 * @param {string} folder
 */
export function createLockChain(folder) {
  /** @param {string | null} socket */
  const linkAfter = (socket) =>
    join(folder, `after-${socket === null ? 'nobody' : basename(dirname(socket))}`)
  return {
    /** The socket of the last holder, dead or alive. */
    last: () => walk(linkAfter).at(-1) ?? null,

    /**
     * Take the lock after `previous`; false when someone else was first.
     *
     * @param {string | null} previous
     * @param {string} socket
     */
    follow(previous, socket) {
      if (!makeLink(socket, linkAfter(previous))) return false
      const chain = walk(linkAfter)
      if (chain.at(-1) !== socket) {
        // The chain was shortened meanwhile: what was followed is no longer its end.
        rmSync(linkAfter(previous), { force: true })
        return false
      }
      shorten(chain, linkAfter)
      return true
    },

    /** @param {string} socket */
    leave(socket) {
      const chain = walk(linkAfter)
      const at = chain.indexOf(socket)
      if (at !== -1) rmSync(linkAfter(chain[at - 1] ?? null), { force: true })
    }
  }
}

/**
 * Make the last holder the first, in one step: at no moment is there another end of the chain.
 *
 * @param {string[]} chain
 * @param {(socket: string | null) => string} linkAfter
 */
function shorten(chain, linkAfter) {
  const dead = chain.slice(0, -1)
  const lastDead = dead.at(-1)
  if (lastDead === undefined) return
  renameSync(linkAfter(lastDead), linkAfter(null))
  for (const socket of dead) {
    rmSync(linkAfter(socket), { force: true })
    removeSocket(socket)
  }
}

/**
 * Remove a dead holder's socket and its folder, and nothing else whatever a link may say.
 *
 * @param {string} socket
 */
function removeSocket(socket) {
  try {
    if (!lstatSync(socket).isSocket()) return
    unlinkSync(socket)
    rmdirSync(dirname(socket))
  } catch {
    // Gone already, or not ours to remove: it is in nobody's way.
  }
}

/**
 * @param {(socket: string | null) => string} linkAfter
 * @returns {string[]}
 */
function walk(linkAfter) {
  const chain = []
  for (let at = readLink(linkAfter(null)); at !== null; at = readLink(linkAfter(at))) chain.push(at)
  return chain
}

/** @param {string} path */
function readLink(path) {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/**
 * @param {string} target
 * @param {string} path
 */
function makeLink(target, path) {
  try {
    symlinkSync(target, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
