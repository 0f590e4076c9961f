import type { StoredDocument } from '#core/store/document'
import { frame } from '#core/store/frame'
import { checksumOf } from '../files/checksum'

/** The exact bytes of a document's file. */
export function encodeDocument(document: StoredDocument<unknown>): Uint8Array {
  const body = JSON.stringify(document)
  return Buffer.from(frame(checksumOf(body), body))
}
