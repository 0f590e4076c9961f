import { basename } from 'node:path'
import type { StoredDocument } from '#core/store/document'
import { unframe } from '#core/store/frame'
import { type MarkRecord, MARKS, type MarksContent } from '#core/store/marks'
import { encodeDocument } from '../../../src/main/store/documents/encode-document'
import { checksumOf } from '../../../src/main/store/files/checksum'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { quickFiles } from './quick-files'

/** The last writer wins: every version is read as if it had seen no other, so that only clocks decide. */
export const CLOCKS_ALONE = readingRecords((record) => ({
  ...record,
  version: { [checksumOf(JSON.stringify(record)).slice(0, 16)]: 1 }
}))

/** A mark that is deleted is left out of the file, and not kept as deleted. */
export const LEFT_OUT = writingRecords((record) => (record.deleted === null ? record : null))

/** A version that says who changed a mark, and not how often. */
export const NOT_COUNTED = writingRecords((record) => ({
  ...record,
  version: Object.fromEntries(Object.keys(record.version).map((device) => [device, 1]))
}))

type Change = (record: MarkRecord) => MarkRecord | null

const IS_MARKS = /^\.?marks.*\.json/u

function readingRecords(change: Change): FileSystem {
  return {
    ...quickFiles,
    read: async (path) => {
      const bytes = await quickFiles.read(path)
      return IS_MARKS.test(basename(path)) ? changed(bytes, change) : bytes
    }
  }
}

function writingRecords(change: Change): FileSystem {
  return {
    ...quickFiles,
    create: async (path, mode) => {
      const file = await quickFiles.create(path, mode)
      if (!IS_MARKS.test(basename(path))) return file
      return {
        ...file,
        write: async (bytes) => {
          await file.write(changed(bytes, change))
          return bytes.length
        }
      }
    }
  }
}

/** A document of marks with other records, sealed anew; anything else as it is. */
function changed(bytes: Uint8Array, change: Change): Uint8Array {
  const body = unframe(bytes)?.body
  if (body === undefined) return bytes
  const document: StoredDocument<unknown> = JSON.parse(new TextDecoder().decode(body))
  if (!MARKS.fits(document.content)) return bytes
  const content: MarksContent = document.content
  const records = content.records.flatMap((record) => change(record) ?? [])
  return encodeDocument({ ...document, content: { ...content, records } })
}
