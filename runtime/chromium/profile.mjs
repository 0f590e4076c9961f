import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'electron-runtime-'
const OWNER = 'owner'

/**
 * A new folder for one Chromium's profile. What it holds is worth nothing afterwards: the program
 * keeps its data itself.
 */
export function makeProfile() {
  removeStaleProfiles()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  writeFileSync(join(folder, OWNER), String(process.pid))
  const profile = join(folder, 'profile')
  mkdirSync(profile, { mode: 0o700 })
  return { profile, remove: () => removeFolder(folder) }
}

/** A main process that was killed could not clean up: the next one does it. */
function removeStaleProfiles() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(tmpdir(), name)
    try {
      if (!isAlive(Number(readFileSync(join(folder, OWNER), 'utf8')))) removeFolder(folder)
    } catch {
      // It is being made or removed by another process.
    }
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** @param {string} folder */
function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}
