import * as v from 'valibot'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, SettingsSchema } from '#core/settings/settings'
import { testFolders, type TestFolders } from '../fixtures/folders'
import { openSettings } from './settings-file'

let folders: TestFolders

beforeEach(async () => {
  folders = await testFolders()
})
afterEach(() => folders.remove())

const CHOSEN = { ...DEFAULT_SETTINGS, theme: 'dark', textScale: 1.2, author: 'Ayşe' } as const

it('starts with the defaults and writes nothing until something is chosen', async () => {
  expect(await openSettings(folders.root).read()).toEqual(DEFAULT_SETTINGS)
  await expect(readFile(join(folders.root, 'settings.json'))).rejects.toThrow('ENOENT')
})

it('keeps what was chosen', async () => {
  await openSettings(folders.root).save(CHOSEN)
  expect(await openSettings(folders.root).read()).toEqual(CHOSEN)
})

it('reads the other copy when one is damaged or gone', async () => {
  await openSettings(folders.root).save(CHOSEN)
  await writeFile(join(folders.root, 'settings.json'), 'half a fi')
  expect(await openSettings(folders.root).read()).toEqual(CHOSEN)
  await rm(join(folders.root, 'settings.copy.json'))
  expect(await openSettings(folders.root).read()).toEqual(CHOSEN)
})

it('goes back to the defaults when both copies are damaged, and can be saved again', async () => {
  await openSettings(folders.root).save(CHOSEN)
  for (const name of ['settings.json', 'settings.copy.json']) await writeFile(join(folders.root, name), '{}')
  const settings = openSettings(folders.root)
  expect(await settings.read()).toEqual(DEFAULT_SETTINGS)
  await settings.save(CHOSEN)
  expect(await openSettings(folders.root).read()).toEqual(CHOSEN)
})

it('leaves out a profile that it cannot read, and puts no other in its place', async () => {
  const [principal, team] = DEFAULT_SETTINGS.profiles
  if (principal === undefined || team === undefined) throw new Error('there are profiles')
  const later: unknown = { ...principal, types: ['a type of later'] }
  const settings = { ...CHOSEN, profiles: [later, team] }
  expect(v.parse(SettingsSchema, settings).profiles).toEqual([team])
  expect(v.parse(SettingsSchema, { ...CHOSEN, profiles: [later] }).profiles).toEqual([])
})
