import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { ImportDocument } from '#core/documents/documents'
import type { ReaderApi } from '#core/contract/api'
import { ReaderError } from '#core/problem/reader-error'
import { createReaderService } from '#core/service/reader-service'
import { createFakeHost, type FakeHost } from '#core/testing/fake-host'
import { runCommand, type CommandOutcome } from '../run-command'

let host: FakeHost
beforeEach(() => {
  host = createFakeHost({ '/here/a.txt': 'Türkiye and 日本 met.\nThe vote passed.' })
})

function run(...args: string[]): Promise<CommandOutcome> {
  return runWith(createReaderService(host), ...args)
}

function runWith(api: ReaderApi, ...args: string[]): Promise<CommandOutcome> {
  return runCommand({
    args,
    version: '0.1.0',
    onUnexpected: (error) => {
      throw error
    },
    context: {
      api,
      resolve: (path) => `/here/${path}`,
      readStandardInput: async () => new Uint8Array(),
      readFile: host.readFile,
      aimPdf: () => undefined,
      importWelcome: () => Promise.reject(new Error('not asked for'))
    }
  })
}

async function imported(): Promise<string> {
  const { stdout } = await run('import', 'a.txt', '--json')
  return v.parse(ImportDocument, JSON.parse(stdout)).imported[0]?.id ?? ''
}

describe('an export for an audience', () => {
  it('is filtered, marked and takes files along, and says what stays', async () => {
    const id = await imported()
    await run('annotate', id, '--quote', 'vote passed', '--note', 'Between us.', '--tag', 'private')
    await run('annotate', id, '--quote', '日本', '--note', 'For all.')
    const options = ['--profile', 'team', '--marking', ' eyes  only ', '--attach']
    const { exitCode, stderr } = await run('export', id, '--pdf', 'out.pdf', ...options)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('For Team: 1 mark with 1 note leaves, 1 mark stays')
    expect(stderr).toContain('The original file goes along')
    const [job] = host.jobs
    expect(job?.options).toMatchObject({ profile: 'team', marking: 'eyes only', attachments: 'all' })
    expect(job?.items[0]?.annotations.map(({ note }) => note)).toEqual(['For all.'])
  })

  it('is not written when nobody can say what leaves with it', async () => {
    const id = await imported()
    const problem = { code: 'briefing-unknown', id, nearest: null } as const
    const api = { ...createReaderService(host), preflight: () => Promise.reject(new ReaderError(problem)) }
    const { exitCode } = await runWith(api, 'export', id, '--pdf', 'out.pdf')
    expect([exitCode, host.jobs, host.written]).toEqual([1, [], []])
  })

  it('is refused for a profile that is not there, and for a marking that fits on no line', async () => {
    const id = await imported()
    const unknown = await run('export', id, '--pdf', 'out.pdf', '--profile', 'nobody')
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('Principal, Team, Archive')
    ])
    const long = await run('export', id, '--pdf', 'out.pdf', '--marking', 'x'.repeat(81))
    expect([long.exitCode, host.jobs]).toEqual([2, []])
  })
})
