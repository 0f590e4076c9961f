import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expandPaths } from './expand-paths'
import { NODE_DISK } from './import-disk'

let folder = ''
const at = (...names: readonly string[]): string => join(folder, ...names)
const put = (name: string): Promise<void> => writeFile(at(name), 'x')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expand-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('expanding paths', () => {
  it('keeps the order of files and puts a folder’s briefings in the order of their names', async () => {
    for (const name of ['in/b', 'in/a-deeper', 'in/.git']) await mkdir(at(name), { recursive: true })
    const names = [
      '2.md',
      '10.md',
      '1.txt',
      'skip.pdf',
      'b/x.markdown',
      'a-deeper/y.TXT',
      '.hidden.md',
      '.git/z.md',
      'no'
    ]
    for (const name of names) await put(`in/${name}`)
    await symlink(at('in'), at('in', 'loop'))
    await symlink(at('in', '2.md'), at('in', '3.md'))
    const sources = await expandPaths([at('in', 'no'), at('in'), at('in', '2.md')], NODE_DISK)
    expect(sources).toEqual(
      ['no', '1.txt', '2.md', '3.md', '10.md', 'a-deeper/y.TXT', 'b/x.markdown', '2.md'].map((name) => ({
        kind: 'file',
        path: at('in', name)
      }))
    )
  })

  it('says in its place what cannot be had', async () => {
    await mkdir(at('bare'))
    await put('bare/x.pdf')
    execFileSync('mkfifo', [at('fifo.md')])
    const paths = [
      at('none.md'),
      at('bare'),
      at('fifo.md'),
      'https://a.example/x.md',
      at('bare', 'x.pdf', 'y')
    ]
    const found = await expandPaths(paths, NODE_DISK)
    expect(found.map((source) => (source.kind === 'failure' ? source.problem.code : source.kind))).toEqual([
      'file-missing',
      'folder-without-briefings',
      'file-not-regular',
      'address-not-supported',
      'file-missing'
    ])
    expect(found.map((source) => (source.kind === 'failure' ? source.source : ''))).toEqual(paths)
  })

  it('tells of a folder that may not be opened and goes on with the rest', async () => {
    await mkdir(at('mixed/locked'), { recursive: true })
    await put('mixed/a.md')
    const disk = {
      ...NODE_DISK,
      entries: (path: string) =>
        path.endsWith('locked')
          ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
          : NODE_DISK.entries(path)
    }
    expect(await expandPaths([at('mixed')], disk)).toEqual([
      { kind: 'file', path: at('mixed', 'a.md') },
      {
        kind: 'failure',
        source: at('mixed', 'locked'),
        problem: { code: 'file-unreadable', path: at('mixed', 'locked') }
      }
    ])
  })
})
