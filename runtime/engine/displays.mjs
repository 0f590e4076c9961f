import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from './browsers.mjs'
import { findCommand } from './find-command.mjs'

/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

/** Where nothing can be asked, and where nothing can be seen. */
const SUPPOSED = { x: 0, y: 0, width: 1920, height: 1080 }

const GRAPHICS = '/sys/class/drm'

/**
 * The screens, the first one first. They are asked of the X server or, side by side, of the kernel.
 *
 * @returns {Rectangle[]}
 */
export function findScreens() {
  if (!hasDisplay() || process.platform !== 'linux') return [SUPPOSED]
  for (const find of [fromXrandr, fromXdpyinfo, fromKernel]) {
    const found = find()
    if (found.length > 0) return found
  }
  return [SUPPOSED]
}

/** @returns {Rectangle[]} */
function fromXrandr() {
  const lines = outputOf('xrandr', ['--query'])
    .split('\n')
    .filter((line) => / connected /u.test(line))
    .sort((a, b) => Number(b.includes(' primary ')) - Number(a.includes(' primary ')))
  return lines.flatMap((line) => {
    const found = /(\d+)x(\d+)\+(\d+)\+(\d+)/u.exec(line)
    if (found === null) return []
    const [, width = 0, height = 0, x = 0, y = 0] = found.map(Number)
    return [{ x, y, width, height }]
  })
}

/** @returns {Rectangle[]} */
function fromXdpyinfo() {
  const found = /dimensions:\s+(\d+)x(\d+) pixels/u.exec(outputOf('xdpyinfo', []))
  return found === null ? [] : [{ x: 0, y: 0, width: Number(found[1]), height: Number(found[2]) }]
}

/** @returns {Rectangle[]} */
function fromKernel() {
  try {
    const sizes = readdirSync(GRAPHICS).flatMap((name) => modeOf(join(GRAPHICS, name)))
    return sizes.map((size, at) => ({
      ...size,
      x: sizes.slice(0, at).reduce((sum, { width }) => sum + width, 0),
      y: 0
    }))
  } catch {
    return []
  }
}

/** @param {string} connector @returns {{ width: number, height: number }[]} */
function modeOf(connector) {
  try {
    if (readFileSync(join(connector, 'status'), 'utf8').trim() !== 'connected') return []
    const found = /^(\d+)x(\d+)/u.exec(readFileSync(join(connector, 'modes'), 'utf8'))
    return found === null ? [] : [{ width: Number(found[1]), height: Number(found[2]) }]
  } catch {
    return []
  }
}

/** @param {string} name @param {readonly string[]} args */
function outputOf(name, args) {
  const command = process.env['DISPLAY'] ? findCommand([name]) : null
  if (command === null) return ''
  return spawnSync(command, args, { encoding: 'utf8', timeout: 2_000 }).stdout ?? ''
}
