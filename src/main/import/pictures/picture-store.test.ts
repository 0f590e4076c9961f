import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPictureStore, type PictureStore } from './picture-store'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const GIF = Buffer.from('R0lGODlhAwACAIAAAAAAAP///yH5BAEAAAAALAAAAAADAAIAAAICRF4AOw==', 'base64')
const NAME = `${createHash('sha256').update(PNG).digest('hex')}.png`

let around = ''
let folder = ''
beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'pictures-'))
  folder = join(around, 'briefing')
  await mkdir(join(folder, 'pics'), { recursive: true })
  await mkdir(join(around, 'briefing-private'))
  await writeFile(join(folder, 'a.png'), PNG)
  await writeFile(join(folder, 'pics', 'two words.gif'), GIF)
  await writeFile(join(folder, 'fake.png'), 'secret words')
  await writeFile(join(around, 'outside.png'), PNG)
  await writeFile(join(around, 'briefing-private', 'b.png'), PNG)
  await symlink(join(around, 'outside.png'), join(folder, 'link.png'))
  await symlink(around, join(folder, 'up'))
  await symlink(join(folder, 'a.png'), join(folder, 'inside.png'))
  execFileSync('mkfifo', [join(folder, 'pipe.png')])
  await writeFile(join(folder, 'huge.png'), PNG)
  await truncate(join(folder, 'huge.png'), 20_000_001)
})
afterAll(() => rm(around, { recursive: true }))

async function stored(...addresses: readonly string[]): Promise<{ store: PictureStore; found: object }> {
  const store = createPictureStore(folder)
  return { store, found: Object.fromEntries(await store.store(addresses)) }
}

describe('pictures of a briefing', () => {
  it('are those beside it and below, once each, under the name of their bytes', async () => {
    const { store, found } = await stored(
      'a.png',
      './pics/../a.png?v=1#x',
      'pics/two%20words.gif',
      'inside.png'
    )
    const png = { asset: NAME, width: 1, height: 1 }
    expect(found).toMatchObject({ 'a.png': png, './pics/../a.png?v=1#x': png, 'inside.png': png })
    expect(found).toMatchObject({ 'pics/two%20words.gif': { width: 3, height: 2 } })
    expect(store.assets().map(({ name }) => name.slice(64))).toEqual(['.png', '.gif'])
    expect(Buffer.from(store.assets()[0]?.bytes ?? []).equals(PNG)).toBe(true)
    expect(store.warnings()).toEqual([])
  })

  it('are those that it embeds', async () => {
    const address = `data:image/jpeg;charset=x;base64,${PNG.toString('base64')}`
    const { store, found } = await stored(address)
    expect(found).toEqual({ [address]: { asset: NAME, width: 1, height: 1 } })
    expect(store.assets()).toHaveLength(1)
  })

  const refused: Record<string, RegExp> = {
    '../outside.png': /outside the folder/,
    '..%2foutside.png': /outside the folder/,
    'pics/../../outside.png': /outside the folder/,
    '..\\outside.png': /outside the folder/,
    '/etc/hostname': /outside the folder/,
    'file:///etc/hostname': /not found/,
    'C:\\x.png': /outside the folder/,
    'link.png': /outside the folder/,
    'up/outside.png': /outside the folder/,
    '../briefing-private/b.png': /outside the folder/,
    '../nothing-there.png': /outside the folder/,
    'nothing.png': /not found/,
    'fake.png': /no PNG, JPEG, GIF or WebP/,
    pics: /could not be read/,
    'pipe.png': /could not be read/,
    'huge.png': /limit of 20 MB/,
    '.': /outside the folder/,
    'a\0.png': /not found/,
    'data:image/png;base64,!!!!': /could not be decoded/,
    'data:image/svg+xml,<svg/>': /could not be decoded/
  }
  for (const [address, warning] of Object.entries(refused)) {
    it(`do not include ${JSON.stringify(address)}`, async () => {
      const { store, found } = await stored(address)
      expect(found).toEqual({})
      expect(store.assets()).toEqual([])
      expect(store.warnings()).toEqual([expect.stringMatching(warning)])
    })
  }

  it('are never fetched, and a placeholder needs no warning', async () => {
    const { store, found } = await stored('https://a.example/x.png', 'HTTP://a.example/y', '//a.example/z')
    expect([found, store.warnings()]).toEqual([{}, []])
  })

  it('that are missing in great number are told of in few sentences', async () => {
    const { store } = await stored(...Array.from({ length: 40 }, (_, at) => `${at}.png`))
    expect(store.warnings()).toHaveLength(11)
    expect(store.warnings().at(-1)).toBe('Of the other pictures 30 were left out too.')
  })

  it('are not looked for where there is no folder', async () => {
    const store = createPictureStore(null)
    expect((await store.store(['a.png'])).size).toBe(0)
    expect(store.warnings()).toHaveLength(1)
  })
})
