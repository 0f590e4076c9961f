import { existsSync, readFileSync } from 'node:fs'

/** @typedef {'debian' | 'ubuntu' | 'fedora' | 'arch' | 'linux' | 'macos' | 'windows'} Platform */

const OS_RELEASE = '/etc/os-release'

/**
 * Which family of systems this is, as far as installing programs goes.
 *
 * @param {{ readonly platform?: string, readonly osRelease?: string }} [system]
 * @returns {Platform}
 */
export function platformOf({ platform = process.platform, osRelease = readOsRelease() } = {}) {
  if (platform === 'darwin') return 'macos'
  if (platform === 'win32') return 'windows'
  const names = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].flatMap(([, value = '']) =>
    value.replace(/"/g, '').split(' ')
  )
  // Ubuntu calls itself like Debian, and must come first: its Chromium is a snap, not a package.
  const known = /** @type {const} */ (['ubuntu', 'debian', 'fedora', 'arch'])
  return known.find((name) => names.includes(name)) ?? 'linux'
}

function readOsRelease() {
  return existsSync(OS_RELEASE) ? readFileSync(OS_RELEASE, 'utf8') : ''
}
