import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { isText, projectFiles, textOf } from './project-files'

const Versions = v.optional(v.record(v.string(), v.string()), {})
const PackageSchema = v.object({
  license: v.string(),
  engines: v.object({ node: v.string() }),
  dependencies: Versions,
  devDependencies: Versions
})
const LockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      integrity: v.optional(v.string()),
      license: v.optional(v.string()),
      hasInstallScript: v.optional(v.boolean()),
      dependencies: Versions,
      devDependencies: Versions
    })
  )
})

const project = v.parse(PackageSchema, JSON.parse(textOf('package.json')))
const { packages } = v.parse(LockSchema, JSON.parse(textOf('package-lock.json')))
const locked = Object.entries(packages).filter(([path]) => path !== '')

/** Licences under which a program may be passed on in any form. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'OFL-1.1'
]

/** Tools that never become part of the program, under licences that bind whoever changes them. */
const TOOLS_ONLY = ['MPL-2.0', 'CC-BY-4.0']

/** Packages whose licence stands in a file of theirs, and not in their package.json. */
const LICENCE_IN_A_FILE = ['node_modules/format', 'node_modules/svelte-toolbelt']

describe('package.json', () => {
  const versions = Object.entries({ ...project.dependencies, ...project.devDependencies })

  it('names exact versions only', () => {
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('agrees with the lock file', () => {
    const root = packages['']
    expect({ ...root?.dependencies, ...root?.devDependencies }).toEqual(Object.fromEntries(versions))
    for (const [name, version] of versions) expect(packages[`node_modules/${name}`]?.version).toBe(version)
  })
})

describe('package-lock.json', () => {
  it('says nowhere where a package comes from, so that any registry will do', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  it('holds a checksum of every package', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  it('needs no install script, because set-up runs none', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([])
  })

  it('holds only packages under licences that we may pass on', () => {
    const allowed = [...PERMISSIVE, ...TOOLS_ONLY]
    const others = locked.filter(([path, { license }]) => {
      if (license === undefined) return !LICENCE_IN_A_FILE.includes(path)
      return !allowed.includes(license)
    })
    expect(others).toEqual([])
  })
})

describe('every file of the project', () => {
  it('names no package registry', () => {
    const address = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|npm[a-z]*\.pkg\./i
    expect(projectFiles().filter((path) => isText(path) && address.test(textOf(path)))).toEqual([])
  })
})

describe('LICENSE', () => {
  it('is the MIT licence, as package.json says', () => {
    expect(project.license).toBe('MIT')
    expect(textOf('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} \S/)
    expect(textOf('LICENSE')).toContain('Permission is hereby granted, free of charge, to any person')
    expect(textOf('LICENSE')).toContain('THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND')
  })
})
