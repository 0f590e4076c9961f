/** What a picture is by its bytes, and its size in pixels. */
export interface PictureFormat {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp'
  readonly width: number
  readonly height: number
}

/** A picture of more pixels takes gigabytes of memory when it is shown. */
const MOST_PIXELS = 100_000_000

/** The format of a picture, or `null` when it is none that is shown or has no sensible size. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = png(view) ?? gif(view) ?? jpeg(view) ?? webp(view)
  if (found === null || found.width < 1 || found.height < 1) return null
  return found.width * found.height > MOST_PIXELS ? null : found
}

/** PNG (Third Edition), 11.2.1 IHDR. */
function png(view: DataView): PictureFormat | null {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return null
  return { extension: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** GIF89a specification, 18. Logical Screen Descriptor. */
function gif(view: DataView): PictureFormat | null {
  if (view.byteLength < 13 || view.getUint32(0) !== 0x47494638) return null
  return { extension: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** ITU T.81 B.2.2: the frame header (SOF) after any other segments. */
function jpeg(view: DataView): PictureFormat | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) {
      return { extension: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    // The picture itself follows, and no frame stood before it.
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** RFC 9649, 2.5 to 2.7. */
function webp(view: DataView): PictureFormat | null {
  if (view.byteLength < 30 || view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250)
    return null
  const extension = 'webp'
  switch (view.getUint32(12)) {
    case 0x56503820:
      return {
        extension,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff
      }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { extension, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 0x56503858:
      return { extension, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return null
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
