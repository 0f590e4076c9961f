import { execFileSync } from 'node:child_process'
import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { ImportDocument } from '../src/core/documents/documents'
import { file, SEED } from './files'
import { expect, test, type Home } from './launch'
import { runProgram } from './run-program'

/** What is not to be imported, how it is made, and what the one sentence about it says. */
const BAD_FILES: Readonly<Record<string, { make: (path: string) => Promise<unknown>; says: RegExp }>> = {
  'a missing file': { make: async () => null, says: /There is no file at .*; check the path/u },
  'a folder without briefings': { make: (path) => mkdir(path), says: /holds no briefings/u },
  'an empty file': { make: (path) => writeFile(path, ''), says: /is empty, so nothing was imported/u },
  'a binary file': {
    make: (path) => writeFile(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 0, 255])),
    says: /does not hold text/u
  },
  'a pipe that nobody writes': {
    make: async (path) => execFileSync('mkfifo', [path]),
    says: /is not an ordinary file/u
  },
  'a file over 100 MB': { make: (path) => makeSparse(path, 100 * 2 ** 20 + 1), says: /limit of 100 MB/u }
}

for (const [name, { make, says }] of Object.entries(BAD_FILES)) {
  test(`${name} is refused in one sentence, and the file beside it comes in`, async ({ newHome }) => {
    const home = await newHome()
    const path = join(home.folder, 'bad.txt')
    await make(path)
    const { code, stdout, stderr } = await runProgram(['import', path, SEED, '--json'], { home })
    expect(code).toBe(1)
    expect(stderr).toMatch(says)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    const { imported, failed } = v.parse(ImportDocument, JSON.parse(stdout))
    expect([imported.length, failed.length]).toEqual([1, 1])
    expect(await briefingFolders(home)).toHaveLength(1)
  })
}

test('50 MB in one line is refused with the limit, and nothing of it stays', async ({ newHome }) => {
  const home = await newHome()
  const path = join(home.folder, 'line.txt')
  await writeFile(path, 'word '.repeat(10 * 2 ** 20))
  const { code, stderr } = await runProgram(['import', path], { home })
  expect(code).toBe(1)
  expect(stderr).toMatch(/more than [\d,]+ characters, which is the limit/u)
  expect(await briefingFolders(home)).toEqual([])
})

const BAD_MARKS: Readonly<Record<string, { args: readonly string[]; says: RegExp }>> = {
  'a quote that does not occur': {
    args: ['annotate', 'ID', '--quote', 'never said'],
    says: /does not occur/u
  },
  'a quote that occurs twice': {
    args: ['annotate', 'ID', '--quote', 'defense industry'],
    says: /occurs 2 times/u
  },
  'an unknown id': { args: ['show', 'ID0'], says: /no briefing with the id .*did you mean/u },
  'a PDF over a file that exists': { args: ['export', 'ID', '--pdf', 'taken.pdf'], says: /exists already/u },
  'a PDF in a folder that is not there': {
    args: ['export', 'ID', '--pdf', 'no/where.pdf'],
    says: /could not be written/u
  }
}

test('bad marks and bad outputs are refused in one sentence, and nothing changes', async ({ newHome }) => {
  const home = await newHome()
  const { stdout } = await runProgram(['import', SEED, '--json'], { home })
  const id = v.parse(ImportDocument, JSON.parse(stdout)).imported[0]?.id ?? ''
  await writeFile(join(home.folder, 'taken.pdf'), 'mine')
  for (const [name, { args, says }] of Object.entries(BAD_MARKS)) {
    const given = args.map((argument) => argument.replace('ID', id))
    const ran = await runProgram(given, { home })
    expect({ name, ...ran }).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(says)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
  }
  const check = await runProgram(['check', '--json'], { home })
  expect(JSON.parse(check.stdout)).toMatchObject({ ok: true, annotations: 0 })
  expect(await readdir(home.folder)).toEqual(expect.arrayContaining(['taken.pdf']))
})

test('a library on a drive that is away is not made anew', async ({ newHome }) => {
  const home = await newHome()
  const library = join(home.folder, 'no', 'where', 'library')
  const { code, stderr } = await runProgram(['import', file('energy.md')], { home: { ...home, library } })
  expect(code).toBe(1)
  expect(stderr).toMatch(/is gone or its drive is not connected/u)
  expect(await readdir(home.folder)).not.toContain('no')
})

async function makeSparse(path: string, size: number): Promise<void> {
  const made = await open(path, 'w')
  await made.truncate(size)
  await made.close()
}

async function briefingFolders({ library }: Home): Promise<string[]> {
  return (await readdir(join(library, 'briefings'))).filter((name) => !name.startsWith('.'))
}
