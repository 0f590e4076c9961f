import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { type DocumentType, emptyDocument } from '#core/store/document'
import { DEVICE_PATTERN } from '#core/store/file-name'
import { problemOf, ReaderError } from '#core/problem/reader-error'
import { DocumentFile, type Surroundings } from '../documents/document-file'
import { writing } from '../files/failures'
import { makeFolders } from './make-folders'

interface DeviceContent {
  readonly id: string
}

const DeviceSchema = v.looseObject({ id: v.pipe(v.string(), v.regex(DEVICE_PATTERN)) })

const DEVICE: DocumentType<DeviceContent | null> = {
  kind: 'device',
  fits: (content): content is DeviceContent => v.is(DeviceSchema, content),
  empty: null
}

/**
 * The id of this device, made and kept on first use. It stands in the names of all files that this
 * device writes, so it must not change and no other device may have it: it is random, and it lies
 * with the person's settings, outside every library.
 */
export async function deviceId(configFolder: string, around: Surroundings): Promise<string> {
  const { files } = around
  await writing({ library: configFolder, path: configFolder }, () => makeFolders(files, configFolder))
  const file = new DocumentFile(join(configFolder, 'device.json'), DEVICE, around)
  const known = await read(file)
  if (known !== null) return known
  const id = randomBytes(8).toString('hex')
  await file.create({ ...emptyDocument<DeviceContent | null>(DEVICE, id), sequence: 1, content: { id } })
  const kept = await read(file)
  if (kept === null) throw new ReaderError({ code: 'library-not-saved', path: configFolder })
  return kept
}

/** With both copies damaged the device takes a new id: its old files are then another device's. */
async function read(file: DocumentFile<DeviceContent | null>): Promise<string | null> {
  try {
    return (await file.read())?.content?.id ?? null
  } catch (error) {
    if (problemOf(error).code === 'library-damaged') return null
    throw error
  }
}
