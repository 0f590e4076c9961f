import { createHash } from 'node:crypto'
import type { StorePictures } from '#core/import/draft'
import type { Asset } from '#core/import/imported-file'
import type { StoredPicture } from '#core/tree/sanitize-properties'
import { embeddedPicture } from './embedded-picture'
import { pictureBeside } from './picture-beside'
import { pictureFormat } from './picture-format'

/** Collects the pictures of one briefing. */
export interface PictureStore {
  readonly store: StorePictures
  assets(): readonly Asset[]
  warnings(): readonly string[]
}

/** All pictures of one briefing together; a PDF with more could not be handed on by mail anyway. */
const LIMIT_MEGABYTES = 100

/**
 * A store of the pictures that a briefing embeds or that lie beside it.
 *
 * @param folder where the file lies; `null` when there is none to look in.
 */
export function createPictureStore(folder: string | null): PictureStore {
  const assets = new Map<string, Asset>()
  const warnings: string[] = []
  let size = 0
  const keep = (bytes: Uint8Array, address: string): StoredPicture | null => {
    const format = pictureFormat(bytes)
    if (format === null) return refuse(`${shown(address)} is no PNG, JPEG, GIF or WebP picture`)
    const asset = `${createHash('sha256').update(bytes).digest('hex')}.${format.extension}`
    if (!assets.has(asset)) {
      if (size + bytes.length > LIMIT_MEGABYTES * 1_000_000) {
        return refuse(`${shown(address)} is over the limit of ${LIMIT_MEGABYTES} MB for all pictures`)
      }
      size += bytes.length
      assets.set(asset, { name: asset, bytes })
    }
    return { asset, width: format.width, height: format.height }
  }
  const refuse = (reason: string): null => {
    warnings.push(`${reason}, so it was left out.`)
    return null
  }
  return {
    async store(addresses) {
      const stored = new Map<string, StoredPicture>()
      for (const address of addresses) {
        if (isRemote(address)) continue
        const found = address.startsWith('data:')
          ? embeddedPicture(address)
          : await pictureBeside(folder, address)
        const picture =
          found.kind === 'bytes' ? keep(found.bytes, address) : refuse(`${shown(address)} ${found.reason}`)
        if (picture !== null) stored.set(address, picture)
      }
      return stored
    },
    assets: () => [...assets.values()],
    warnings: () => warnings
  }
}

/** A picture somewhere else is never fetched; its placeholder says where it is. */
function isRemote(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address.trim())
}

function shown(address: string): string {
  if (address.startsWith('data:')) return 'A picture in the text'
  return `The picture ${address.length > 200 ? `${address.slice(0, 200).toWellFormed()}…` : address}`
}
