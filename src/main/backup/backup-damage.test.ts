import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../store/files/node-files'
import { contentOf } from '../store/fixtures/folders'
import { refusal, watchedFiles } from '../store/fixtures/watched-files'
import { type BackedUp, backedUpLibrary, id } from './fixtures/backed-up'
import { unpackBackup } from './unpack-backup'
import { verifyBackup } from './verify-backup'

let made: BackedUp
beforeEach(async () => {
  made = await backedUpLibrary()
})
afterEach(() => made.folders.remove())

describe('damage', () => {
  it('of a backup is found wherever content stands, and costs only the files that it hit', async () => {
    await made.back(1, { kind: 'full' })
    const path = made.order(1).target
    const whole = await readFile(path)
    const before = await contentOf(made.folders.library)
    const content = contentRanges(whole)
    let step = 0
    for (let at = content[0]?.start ?? 0; at < whole.length; at += 97) {
      if (!content.some(({ start, end }) => at >= start && at < end)) continue
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << ((step += 1) % 8))
      await writeFile(path, damaged)
      const isFound = (await verifyBackup(nodeFiles, path)).length > 0
      // The last byte of a deflated stream may have bits that say nothing.
      if (!content.some(({ end }) => at === end - 1)) expect([at, isFound]).toEqual([at, true])
      if (isFound && step % 10 > 0) continue
      const missing = await unpackBackup(nodeFiles, path, made.unpacked).catch(() => null)
      if (missing === null) continue
      for (const [name, sum] of await contentOf(made.unpacked)) expect(before.get(name)).toBe(sum)
      await rm(made.unpacked, { recursive: true })
    }
    expect(step).toBeGreaterThan(50)
  })

  it('of a file beside it is found', async () => {
    await made.back(1)
    const [name = ''] = await readdir(join(made.folder, 'files'))
    await truncate(join(made.folder, 'files', name), 2)
    expect(await verifyBackup(nodeFiles, made.order(1).target)).toHaveLength(name.endsWith('.json') ? 2 : 1)
  })
})

describe('unpacking', () => {
  it('refuses a folder that holds something, and anything that is no backup', async () => {
    await made.back(1)
    const refused = { problem: expect.objectContaining({ code: 'output-exists' }) }
    await expect(unpackBackup(nodeFiles, made.order(1).target, made.folders.library)).rejects.toMatchObject(
      refused
    )
    const text = join(made.folders.root, 'notes.zip')
    await writeFile(text, 'no zip')
    await expect(unpackBackup(nodeFiles, text, made.unpacked)).rejects.toMatchObject({
      problem: { code: 'backup-unreadable' }
    })
    await mkdir(made.unpacked)
    expect(await unpackBackup(nodeFiles, made.order(1).target, made.unpacked)).toEqual([])
  })

  it('leaves nothing behind when the disk fails', async () => {
    await made.back(1)
    const before = (await readdir(made.folders.root)).sort()
    let count = 0
    const files = watchedFiles(nodeFiles, ({ name }) => {
      if (name === 'create' && (count += 1) === 7) throw refusal('ENOSPC')
    })
    await expect(unpackBackup(files, made.order(1).target, made.unpacked)).rejects.toMatchObject({
      problem: { code: 'disk-full' }
    })
    expect((await readdir(made.folders.root)).sort()).toEqual(before)
  })

  it('never leaves the folder, whatever a zip says', async () => {
    const secret = join(made.folders.library, 'briefings', id, 'x')
    await writeFile(secret, 'x')
    await made.back(1, { kind: 'full' })
    const bytes = await readFile(made.order(1).target, 'latin1')
    const hostile = bytes.replaceAll(`library/briefings/${id}/x`, `library/../../../${'a'.repeat(id.length)}`)
    expect(hostile).not.toBe(bytes)
    await writeFile(made.order(1).target, hostile, 'latin1')
    await unpackBackup(nodeFiles, made.order(1).target, made.unpacked).catch(() => null)
    expect((await readdir(made.folders.root)).some((name) => /^a+$/u.test(name))).toBe(false)
  })
})

/** Where the data of the zip's entries stand, from their local headers (APPNOTE.TXT, 4.3.7 and 4.3.9). */
function contentRanges(zip: Buffer): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (let at = zip.indexOf('PK\u0003\u0004'); at !== -1;) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    const end = zip.indexOf('PK\u0007\u0008', start)
    if (end === -1) break
    ranges.push({ start, end })
    at = zip.indexOf('PK\u0003\u0004', end)
  }
  return ranges
}
