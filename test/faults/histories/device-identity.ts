import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyDocument } from '#core/store/document'
import { encodeDocument } from '../../../src/main/store/documents/encode-document'

/** Make whoever uses this configuration folder the device with this id, in every run the same. */
export function becomeDevice(configFolder: string, id: string): void {
  const document = emptyDocument({ kind: 'device', fits: isAnything, empty: { id } }, id)
  const bytes = encodeDocument({ ...document, sequence: 1 })
  mkdirSync(configFolder, { recursive: true })
  for (const name of ['device.json', 'device.copy.json']) writeFileSync(join(configFolder, name), bytes)
}

function isAnything(content: unknown): content is { readonly id: string } {
  return content !== undefined
}
