import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PROJECT_ROOT, textOf } from './project-files'

const Icon = v.object({ icon: v.string() })
const PackagingSchema = v.looseObject({
  productName: v.string(),
  asar: v.boolean(),
  publish: v.null(),
  electronFuses: v.record(v.string(), v.boolean()),
  linux: Icon,
  mac: Icon,
  win: Icon
})
const packaging = v.parse(PackagingSchema, parse(textOf('electron-builder.yml')))
const project = v.parse(v.object({ productName: v.string() }), JSON.parse(textOf('package.json')))

describe('the packaged program', () => {
  it('has every fuse set, the safe way round', () => {
    expect(packaging.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false
    })
    expect(packaging.asar).toBe(true)
  })

  it('bears the name that the library’s folder has', () => {
    expect(packaging.productName).toBe(project.productName)
  })

  it('has icons that are there', () => {
    const icons = [packaging.linux, packaging.mac, packaging.win].map(({ icon }) => icon)
    for (const icon of icons) expect(existsSync(join(PROJECT_ROOT, icon)), icon).toBe(true)
  })
})
