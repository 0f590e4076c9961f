import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeDocument } from '../documents/encode-document'
import { nodeFiles } from '../files/node-files'
import { writeWhole } from '../files/write-whole'
import { type TestFolders, testFolders } from '../fixtures/folders'
import { deviceId } from './device-id'

let folders: TestFolders
beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const around = {
  files: nodeFiles,
  library: '',
  mayWrite: () => true,
  tell: () => undefined,
  warn: () => undefined
}

describe("the device's id", () => {
  it('stays, with either copy of its file gone', async () => {
    const config = join(folders.root, 'config')
    const id = await deviceId(config, around, 'one')
    for (const name of ['device.json', 'device.copy.json']) {
      await rm(join(config, name))
      expect(await deviceId(config, around, 'one')).toBe(id)
    }
  })

  it('is another on a machine to which the settings were copied, and stays there too', async () => {
    const config = join(folders.root, 'config')
    const copied = join(folders.root, 'copied')
    const one = await deviceId(config, around, 'one')
    await cp(config, copied, { recursive: true })
    const two = await deviceId(copied, around, 'two')
    expect(two).not.toBe(one)
    expect(await deviceId(copied, around, 'two')).toBe(two)
    expect(await deviceId(copied, around, 'one')).toBe(one)
  })

  it('of settings from before machines were told apart is that of the machine that opens them', async () => {
    const config = join(folders.root, 'config')
    await nodeFiles.makeFolder(config)
    const id = '0123456789abcdef'
    const bytes = encodeDocument({ schema: 1, kind: 'device', sequence: 1, device: id, content: { id } })
    await writeWhole(nodeFiles, join(config, 'device.json'), bytes)
    expect(await deviceId(config, around, 'one')).toBe(id)
    expect(await deviceId(config, around, 'two')).not.toBe(id)
    expect(await deviceId(config, around, 'one')).toBe(id)
  })
})
