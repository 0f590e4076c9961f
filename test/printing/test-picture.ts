import { deflateSync } from 'node:zlib'

const WIDTH = 640
const HEIGHT = 320

/** A PNG of 640 by 320 pixels, made here so that no binary file is kept: a slope from dark to light. */
export const TEST_PICTURE: Uint8Array = png()

function png(): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.concat([
      Buffer.of(0),
      Buffer.from(Array.from({ length: WIDTH }, (_, x) => (x / 4 + y / 4) & 0xff))
    ])
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0))
  ]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

/** A chunk with its length and CRC-32 (PNG specification, section 5.3). */
function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
