import { join } from 'node:path'
import * as v from 'valibot'
import { problemOf } from '#core/problem/reader-error'
import type { ReaderHost } from '#core/service/ports'
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from '#core/settings/settings'
import { type DocumentType, emptyDocument, nextGeneration, type StoredDocument } from '#core/store/document'
import { DocumentFile, type Surroundings } from '../documents/document-file'
import { Turns } from '../documents/turns'
import type { FileSystem } from '../files/file-system'
import { nodeFiles } from '../files/node-files'
import { deviceId } from '../library/device-id'

/** Fields that a newer or older program wrote stay in the file. */
type SettingsContent = Readonly<Record<string, unknown>>

const SETTINGS: DocumentType<SettingsContent> = {
  kind: 'settings',
  fits: (content): content is SettingsContent => v.is(v.record(v.string(), v.unknown()), content),
  empty: DEFAULT_SETTINGS
}

/**
 * What the person chose for this device, in `settings.json` of the config folder, as durable as marks.
 *
 * A setting that cannot be read is its default, and so is every one when both copies are damaged:
 * nobody is kept from reading by a colour.
 */
export function openSettings(configFolder: string, files: FileSystem = nodeFiles): ReaderHost['settings'] {
  const around: Surroundings = {
    files,
    library: configFolder,
    mayWrite: () => true,
    tell: () => undefined,
    warn: () => undefined
  }
  const turns = new Turns()
  const file = new DocumentFile(join(configFolder, 'settings.json'), SETTINGS, around)
  const stored = async (): Promise<StoredDocument<SettingsContent>> => {
    const anew = emptyDocument(SETTINGS, await deviceId(configFolder, around))
    try {
      return (await file.read()) ?? anew
    } catch (error) {
      if (problemOf(error).code === 'library-damaged') return anew
      throw error
    }
  }
  return {
    read: () => turns.take(async () => v.parse(SettingsSchema, (await stored()).content)),
    save: (settings: Settings) =>
      turns.take(async () => {
        const before = await stored()
        await file.write(nextGeneration(before, { ...before.content, ...settings }))
      })
  }
}
