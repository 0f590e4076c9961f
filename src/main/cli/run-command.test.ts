import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  AnnotationsDocument,
  CheckDocument,
  ErrorDocument,
  ExportDocument,
  ImportDocument,
  ListDocument,
  ShowDocument
} from '#core/documents/documents'
import {
  BackupDocument,
  BackupListDocument,
  RestoreDocument,
  UnpackDocument
} from '#core/documents/backup-documents'
import { AnnotationImportDocument } from '#core/documents/interchange-documents'
import { AnnotationPageSchema, WebAnnotationSchema } from '#core/documents/web-annotation'
import { createReaderService } from '#core/service/reader-service'
import { createFakeHost, type FakeHost } from '#core/testing/fake-host'
import { runCommand, type CommandOutcome } from './run-command'

/** One with a place, one without, one on the whole briefing, and one that is none. */
const MARKS = JSON.stringify([
  { type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: 'vote passed' } } },
  {
    type: 'Annotation',
    bodyValue: '=1+1',
    target: { selector: { type: 'TextQuoteSelector', exact: 'nobody said this' } }
  },
  { type: 'Annotation', bodyValue: 'On all.', target: 'a.txt' },
  { type: 'Annotation', target: 9 }
])
const FILES = {
  '/here/a.txt': 'Türkiye and 日本 met. 👩‍👩‍👧\nThe vote passed. The vote failed.',
  '/here/marks.jsonld': MARKS,
  '/here/bad.json': '[7]',
  '/here/broken.json': '{"type": "Annotation",}'
}

let host: FakeHost
let run: (...args: string[]) => Promise<CommandOutcome>
let unexpected: unknown[]

beforeEach(() => {
  host = createFakeHost(FILES)
  unexpected = []
  const api = createReaderService(host)
  run = (...args) =>
    runCommand({
      args,
      version: '0.1.0',
      onUnexpected: (error) => unexpected.push(error),
      context: {
        api,
        resolve: (path) => (path.startsWith('/') ? path : `/here/${path}`),
        readStandardInput: async () => new TextEncoder().encode('From a pipe.'),
        readFile: host.readFile,
        aimPdf: () => undefined,
        importWelcome: () => Promise.reject(new Error('not asked for'))
      }
    })
})

async function imported(): Promise<string> {
  const { stdout } = await run('import', 'a.txt', '--json')
  return v.parse(ImportDocument, JSON.parse(stdout)).imported[0]?.id ?? ''
}

describe('--json', () => {
  it('puts exactly one document of the promised shape on standard output', async () => {
    const id = await imported()
    const commands = [
      { args: ['import', 'a.txt', '-', 'gone.txt'], shape: ImportDocument },
      { args: ['list'], shape: ListDocument },
      { args: ['show', id], shape: ShowDocument },
      {
        args: ['annotate', id, '--quote', 'vote passed', '--tag', 'a', '--tag', 'b'],
        shape: WebAnnotationSchema
      },
      { args: ['annotate', id, '--from', 'marks.jsonld'], shape: AnnotationImportDocument },
      { args: ['annotate', id, '--from', 'broken.json'], shape: ErrorDocument },
      { args: ['annotations', id], shape: AnnotationsDocument },
      { args: ['annotations', '--format', 'jsonld'], shape: AnnotationPageSchema },
      { args: ['export', id, '--pdf', 'out.pdf'], shape: ExportDocument },
      { args: ['check'], shape: CheckDocument },
      { args: ['check', '--repair'], shape: CheckDocument },
      { args: ['backup'], shape: BackupDocument },
      { args: ['backup', '--to', 'full.zip'], shape: BackupDocument },
      { args: ['backup', '--list'], shape: BackupListDocument },
      { args: ['restore', '--dry-run'], shape: RestoreDocument },
      { args: ['restore', '1'], shape: RestoreDocument },
      { args: ['restore', '1', '--into', 'library'], shape: UnpackDocument },
      { args: ['restore', '99'], shape: ErrorDocument },
      { args: ['show', 'nothing-like-it'], shape: ErrorDocument },
      { args: ['show'], shape: ErrorDocument }
    ]
    for (const { args, shape } of commands) {
      const { stdout } = await run(...args, '--json')
      expect(v.safeParse(shape, JSON.parse(stdout)).issues, args.join(' ')).toBeUndefined()
      expect(stdout.endsWith('\n')).toBe(true)
    }
  })

  it('says in the document what failed, in the order of the arguments', async () => {
    const { stdout, stderr, exitCode } = await run('import', 'gone.txt', 'a.txt', '-', '--json')
    const document = v.parse(ImportDocument, JSON.parse(stdout))
    expect(document.imported.map(({ source }) => source)).toEqual(['/here/a.txt', '-'])
    expect(document.failed).toMatchObject([{ source: '/here/gone.txt', code: 'file-missing' }])
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(exitCode).toBe(1)
  })
})

describe('a summary', () => {
  it('is of marks that there are: another id is said, and nothing is exported', async () => {
    const id = await imported()
    const { stdout, stderr, exitCode } = await run(
      'export',
      id,
      '--pdf',
      'out.pdf',
      '--summary',
      'nothing-like-it'
    )
    expect(stdout).toBe('')
    expect(stderr).toContain('nothing-like-it')
    expect(exitCode).toBe(1)
  })
})

describe('the exit code', () => {
  const cases: Record<string, { args: string[]; expected: number }> = {
    'is 0 when all was done': { args: ['import', 'a.txt'], expected: 0 },
    'is 0 for the same bytes again': { args: ['import', 'a.txt', 'a.txt'], expected: 0 },
    'is 1 when something failed': { args: ['import', 'gone.txt'], expected: 1 },
    'is 1 for an unknown briefing': { args: ['show', 'x'], expected: 1 },
    'is 2 for a part of a PDF that is neither wanted nor not': {
      args: ['export', 'x', '--pdf', 'y.pdf', '--cover', 'maybe'],
      expected: 2
    },
    'is 2 for an unknown command': { args: ['explode'], expected: 2 },
    'is 2 for an unknown option': { args: ['list', '--loud'], expected: 2 },
    'is 2 for an argument too few': { args: ['show'], expected: 2 },
    'is 2 for an argument too many': { args: ['check', 'x'], expected: 2 },
    'is 2 for a format that is none': { args: ['show', 'x', '--format', 'docx'], expected: 2 },
    'is 2 for a dry run into a folder': {
      args: ['restore', 'x.zip', '--dry-run', '--into', 'y'],
      expected: 2
    },
    'is 1 when there is no backup to restore': { args: ['restore'], expected: 1 },
    'is 1 when an annotation is refused': { args: ['annotate', 'ID', '--from', 'bad.json'], expected: 1 },
    'is 1 for a file that is no JSON': { args: ['annotate', 'ID', '--from', 'broken.json'], expected: 1 },
    'is 2 for a file and a quote': { args: ['annotate', 'x', '--from', 'y', '--quote', 'z'], expected: 2 },
    'is 2 for neither': { args: ['annotate', 'x'], expected: 2 },
    'is 2 for an option without its value': { args: ['list', '--query'], expected: 2 },
    'is 0 for help': { args: ['list', '--help'], expected: 0 }
  }
  for (const [name, { args, expected }] of Object.entries(cases)) {
    it(name, async () => {
      const id = args.includes('ID') ? await imported() : ''
      const { exitCode, stderr } = await run(...args.map((argument) => (argument === 'ID' ? id : argument)))
      expect(exitCode, stderr).toBe(expected)
      if (expected !== 0) expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    })
  }
})

describe('a text', () => {
  it('is the canonical text, exactly', async () => {
    const id = await imported()
    expect((await run('show', id)).stdout).toBe(FILES['/here/a.txt'])
  })

  it('is marked where the quote stands, and told in code points to the W3C', async () => {
    const id = await imported()
    const marked = await run('annotate', id, '--quote', 'vote  passed', '--note', 'n', '--json')
    const selectors = v.parse(WebAnnotationSchema, JSON.parse(marked.stdout)).target.selector
    const position = selectors.find((selector) => selector.type === 'TextPositionSelector')
    const text = FILES['/here/a.txt']
    const start = text.indexOf('vote passed')
    expect(position?.start).toBe([...text.slice(0, start)].length)
    const [own] = v.parse(AnnotationsDocument, JSON.parse((await run('annotations', id, '--json')).stdout))
    expect(own).toMatchObject({ start, end: start + 'vote passed'.length, quote: 'vote passed', note: 'n' })
  })

  it('takes annotations from a file, and tells of each what became of it', async () => {
    const id = await imported()
    const { stdout, stderr, exitCode } = await run('annotate', id, '--from', 'marks.jsonld', '--json')
    const document = v.parse(AnnotationImportDocument, JSON.parse(stdout))
    expect(document.anchored.map(({ index }) => index)).toEqual([0, 2])
    expect(document.orphans.map(({ index }) => index)).toEqual([1])
    expect(document.refused.map(({ index }) => index)).toEqual([3])
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('“nobody said this” do not occur'),
      expect.stringContaining('its target is 9')
    ])
    expect(exitCode).toBe(1)
    const again = await run('annotate', id, '--from', 'marks.jsonld')
    expect(again.stdout).toBe('2 anchored, 1 without a place, 1 refused\n')
    expect(JSON.parse((await run('annotations', id, '--json')).stdout)).toHaveLength(3)
  })

  it('is listed for people with its place, its state and what stands without one', async () => {
    const id = await imported()
    await run('annotate', id, '--from', 'marks.jsonld')
    await run(
      'annotate',
      id,
      '--quote',
      '日本',
      '--note',
      'Since *when*?',
      '--type',
      'question',
      '--tag',
      'asia'
    )
    const markdown = (await run('annotations', id, '--format', 'md')).stdout
    expect(markdown).toContain('## On the whole briefing')
    expect(markdown).toMatch(/> 日本\n\n\*\*Question\*\* · ¶1 · yellow · .*\n\nSince \*when\*\?\n\n#asia/u)
    expect(markdown).toMatch(/## Without a place in the text\n\n> nobody said this/u)
    const html = (await run('annotations', id, '--format', 'html')).stdout
    expect(html).toContain('<p>Since <em>when</em>?</p>')
    const csv = (await run('annotations', id, '--format', 'csv')).stdout
    expect(csv).toContain('citation,quote,note,type,owner,due,tags,color,style,status,author')
    expect(csv).toContain(",nobody said this,'=1+1,note,,,,yellow,highlight,orphan,")
    expect(csv).toContain(',¶1,日本,Since *when*?,question,,,asia,')
  })

  it('refuses a quote that occurs twice without context', async () => {
    const id = await imported()
    const { exitCode, stderr } = await run('annotate', id, '--quote', 'The vote')
    expect(exitCode).toBe(1)
    expect(stderr).toContain('occurs 2 times')
  })
})

it('logs a bug and tells the person that it was one', async () => {
  host.library.list = async () => {
    throw new TypeError('boom')
  }
  const { stderr, exitCode } = await run('list')
  expect(exitCode).toBe(1)
  expect(stderr).not.toContain('boom')
  expect(unexpected).toHaveLength(1)
})
