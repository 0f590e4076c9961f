import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureFormat } from './picture-format'

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0))
const filled = (start: readonly number[], length = 64): Uint8Array => {
  const bytes = new Uint8Array(Math.max(length, start.length))
  bytes.set(start)
  return bytes
}
const png = (width: readonly number[], height: readonly number[]): Uint8Array =>
  filled([0x89, ...ascii('PNG\r\n\x1a\n'), 0, 0, 0, 13, ...ascii('IHDR'), ...width, ...height])
const webp = (chunk: string, rest: readonly number[]): Uint8Array =>
  filled([...ascii('RIFF'), 0, 0, 0, 0, ...ascii(`WEBP${chunk}`), 0, 0, 0, 0, ...rest])

const pictures: Record<string, { bytes: Uint8Array; expected: ReturnType<typeof pictureFormat> }> = {
  PNG: { bytes: png([0, 0, 2, 0], [0, 0, 1, 3]), expected: { extension: 'png', width: 512, height: 259 } },
  GIF: {
    bytes: filled([...ascii('GIF89a'), 3, 1, 2, 0]),
    expected: { extension: 'gif', width: 259, height: 2 }
  },
  'JPEG with a segment before its frame': {
    bytes: filled([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 17, 8, 1, 0, 2, 1]),
    expected: { extension: 'jpg', width: 513, height: 256 }
  },
  'WebP, lossy': {
    bytes: webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x10, 0x40, 0x20, 0]),
    expected: { extension: 'webp', width: 16, height: 32 }
  },
  'WebP, lossless': {
    bytes: webp('VP8L', [0x2f, 0x09, 0xc0, 0x01, 0]),
    expected: { extension: 'webp', width: 10, height: 8 }
  },
  'WebP, extended': {
    bytes: webp('VP8X', [0, 0, 0, 0, 9, 0, 0, 4, 0, 0]),
    expected: { extension: 'webp', width: 10, height: 5 }
  },
  'a PNG without width': { bytes: png([0, 0, 0, 0], [0, 0, 0, 1]), expected: null },
  'a PNG made to fill the memory': { bytes: png([0, 1, 0, 0], [0, 1, 0, 0]), expected: null },
  'a JPEG without a frame': { bytes: filled([0xff, 0xd8, 0xff, 0xda, 0, 4]), expected: null },
  SVG: { bytes: Uint8Array.from(ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')), expected: null }
}

describe('the format of a picture', () => {
  for (const [name, { bytes, expected }] of Object.entries(pictures)) {
    it(`is told of: ${name}`, () => expect(pictureFormat(bytes)).toEqual(expected))
  }

  it('is told or not of any bytes, without end or error', () => {
    const starts = Object.values(pictures).map(({ bytes }) => [...bytes])
    const damaged = fc.tuple(fc.constantFrom(...starts), fc.nat(64), fc.uint8Array({ maxLength: 20 }))
    fc.assert(
      fc.property(damaged, ([start, cut, tail]) => {
        const found = pictureFormat(Uint8Array.from([...start.slice(0, cut), ...tail]))
        expect(found === null || found.width * found.height > 0).toBe(true)
      })
    )
  })
})
