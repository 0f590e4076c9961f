import { createHash } from 'node:crypto'
import type { StorePictures } from '#core/import/draft'
import type { Asset } from '#core/import/imported-file'
import type { StoredPicture } from '#core/tree/sanitize-properties'
import { embeddedPicture } from './embedded-picture'
import type { FoundPicture } from './found-picture'
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

/** A page of sentences would hide what they say. */
const MOST_WARNINGS = 10

/**
 * A store of the pictures that a briefing embeds or that lie beside it.
 *
 * @param folder where the file lies; `null` when there is none to look in.
 */
export function createPictureStore(folder: string | null): PictureStore {
  const kept = new KeptPictures()
  return {
    async store(addresses) {
      const stored = new Map<string, StoredPicture>()
      for (const address of addresses.filter((own) => !isRemote(own))) {
        const found = address.startsWith('data:')
          ? embeddedPicture(address)
          : await pictureBeside(folder, address)
        const picture = kept.keep(address, found)
        if (picture !== null) stored.set(address, picture)
      }
      return stored
    },
    assets: () => [...kept.assets.values()],
    warnings: () => shortened(kept.warnings)
  }
}

class KeptPictures {
  readonly assets = new Map<string, Asset>()
  readonly warnings: string[] = []
  #size = 0

  keep(address: string, found: FoundPicture): StoredPicture | null {
    if (found.kind === 'none') return this.#refuse(address, found.reason)
    const { bytes } = found
    const format = pictureFormat(bytes)
    if (format === null) return this.#refuse(address, 'is no PNG, JPEG, GIF or WebP picture')
    const asset = `${createHash('sha256').update(bytes).digest('hex')}.${format.extension}`
    if (!this.assets.has(asset) && !this.#hasRoomFor(bytes)) {
      return this.#refuse(address, `is over the limit of ${LIMIT_MEGABYTES} MB for all pictures`)
    }
    this.assets.set(asset, { name: asset, bytes })
    return { asset, width: format.width, height: format.height }
  }

  #hasRoomFor(bytes: Uint8Array): boolean {
    if (this.#size + bytes.length > LIMIT_MEGABYTES * 1_000_000) return false
    this.#size += bytes.length
    return true
  }

  #refuse(address: string, reason: string): null {
    this.warnings.push(`${shown(address)} ${reason}, so it was left out.`)
    return null
  }
}

function shortened(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - MOST_WARNINGS
  if (more <= 0) return warnings
  return [...warnings.slice(0, MOST_WARNINGS), `Of the other pictures ${more} were left out too.`]
}

/** A picture somewhere else is never fetched; its placeholder says where it is. */
function isRemote(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address.trim())
}

function shown(address: string): string {
  if (address.startsWith('data:')) return 'A picture in the text'
  return `The picture ${address.length > 200 ? `${address.slice(0, 200).toWellFormed()}…` : address}`
}
