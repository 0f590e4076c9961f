import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCommand } from '../engine/find-command.mjs'

/** A picture of the whole screen, as 0xRRGGBB by place. */
export interface Picture {
  readonly width: number
  readonly height: number
  at(x: number, y: number): number
}

/** An X server without a screen of glass. */
export interface VirtualDisplay {
  readonly name: string
  look(): Picture
  end(): Promise<void>
}

/** Whether there is one to be had. */
export const hasVirtualDisplay = findCommand(['Xvfb']) !== null

/** Start one of 1400 by 900. */
export async function startDisplay(): Promise<VirtualDisplay> {
  const folder = mkdtempSync(join(tmpdir(), 'runtime-display-'))
  const switches = ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp', '-fbdir', folder]
  const server: ChildProcess = spawn('Xvfb', switches, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const told = server.stdio[3]
  if (told === null || told === undefined) throw new Error('Xvfb was started without its pipe')
  const [number] = await once(told, 'data')
  return {
    name: `:${String(number).trim()}`,
    look: () => readPicture(readFileSync(join(folder, 'Xvfb_screen0'))),
    async end() {
      const exit = once(server, 'exit')
      server.kill()
      await exit
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The X Window Dump format: a header of 32 bit numbers, colours of 12 bytes each, then the lines. */
function readPicture(dump: Buffer): Picture {
  const [headerSize, width, height, bytesPerLine, colours] = [0, 16, 20, 48, 76].map((at) =>
    dump.readUInt32BE(at)
  )
  const start = (headerSize ?? 0) + 12 * (colours ?? 0)
  return {
    width: width ?? 0,
    height: height ?? 0,
    at: (x, y) => dump.readUInt32LE(start + y * (bytesPerLine ?? 0) + x * 4) & 0xff_ff_ff
  }
}

/** The smallest rectangle that holds every place of this colour; `null` when there is none. */
export function boxOf(
  picture: Picture,
  colour: number
): { x: number; y: number; width: number; height: number } | null {
  let [left, top, right, bottom] = [picture.width, picture.height, -1, -1]
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      if (picture.at(x, y) !== colour) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right === -1 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}
