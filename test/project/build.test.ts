import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf, reasonOfBuild } from '../../scripts/setup/build-program.mjs'

describe('the build', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefing-reader-build-'))
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src/a.ts'), 'a')
    writeFileSync(join(folder, 'config.ts'), 'c')
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const digest = (): string => digestOf(folder, ['src', 'config.ts'])

  it('is as fresh as it was when nothing changed but the time', () => {
    const before = digest()
    writeFileSync(join(folder, 'src/a.ts'), 'a')
    expect(digest()).toBe(before)
  })

  const changes = {
    'a file changed': () => writeFileSync(join(folder, 'src/a.ts'), 'b'),
    'a file came': () => writeFileSync(join(folder, 'src/b.ts'), ''),
    'a file went': () => rmSync(join(folder, 'src/a.ts')),
    'a letter moved from one file to the next': () => {
      writeFileSync(join(folder, 'src/a.ts'), '')
      writeFileSync(join(folder, 'config.ts'), 'ac')
    }
  }
  for (const [name, change] of Object.entries(changes)) {
    it(`is stale when ${name}`, () => {
      const before = digest()
      change()
      expect(digest()).not.toBe(before)
    })
  }

  it('is not stale for a changed test', () => {
    const before = digest()
    writeFileSync(join(folder, 'src/a.test.ts'), 'new')
    expect(digest()).toBe(before)
  })

  it('tells what was wrong in one line', () => {
    const output =
      'building\nerror during build:\nBuild failed with 1 error:\n\n\u001b[31m[UNRESOLVED]\u001b[0m Cannot resolve x\n'
    expect(reasonOfBuild(output)).toBe('[UNRESOLVED] Cannot resolve x')
  })
})
