import type { ImportedFile } from '#core/import/imported-file'
import { idOf } from '../../../src/main/store/fixtures/briefings'
import type { Device } from './device'
import type { DeviceCopy } from './device-copy'

/** A device and the files on it. */
export interface Place {
  readonly device: Device
  readonly copy: DeviceCopy
}

/** Whether a briefing's text and what is known of it have arrived, in one copy at least. */
export function hasEdition(copy: DeviceCopy, file: ImportedFile): boolean {
  const edition = `briefings/${idOf(file)}/editions/${file.sha256}`
  const isHeld = (name: string): boolean =>
    [`${name}.json`, `${name}.copy.json`].some((each) => copy.held(`${edition}/${each}`) !== null)
  return isHeld('source') && isHeld('tree')
}
