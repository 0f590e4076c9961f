import type { ImportedFile } from '../import/imported-file'
import type { FileTarget, ImportSource, PrintItem, PrintJob, ReaderHost } from '../service/ports'
import { compareTrees } from '../comparison/compare-trees'
import { ReaderError } from '../problem/reader-error'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings'
import { element, text } from '../tree/elements'
import type { Root } from '../tree/tree'
import { FakeBackups } from './fake-backups'
import { FakeLibrary } from './fake-library'

/** A host that keeps everything in memory and can be asked what was done with it. */
export interface FakeHost extends ReaderHost {
  readonly library: FakeLibrary
  readonly backups: FakeBackups
  readonly written: { target: FileTarget; bytes: Uint8Array }[]
  readonly printed: (readonly PrintItem[])[]
  /** The same with everything else that the printer was given. */
  readonly jobs: PrintJob[]
  /** The same of paper. */
  readonly onPaper: (readonly PrintItem[])[]
  /** The plain text of what was copied, in order. */
  readonly copied: string[]
  /** The same as HTML, where there was some. */
  readonly copiedHtml: string[]
}

/** Files of the fake disk by path; each line of a text becomes a paragraph. */
export function createFakeHost(files: Readonly<Record<string, string>> = {}): FakeHost {
  const written: FakeHost['written'] = []
  const printed: FakeHost['printed'] = []
  const jobs: PrintJob[] = []
  const onPaper: FakeHost['onPaper'] = []
  const copied: string[] = []
  const copiedHtml: string[] = []
  let settings: Settings = DEFAULT_SETTINGS
  let count = 0
  const now = (): string => new Date(Date.UTC(2024, 0, 16, 12, 0, count)).toISOString()
  const library = new FakeLibrary(now)
  return {
    library,
    backups: new FakeBackups(now, library),
    written,
    printed,
    jobs,
    onPaper,
    copied,
    copiedHtml,
    importer: {
      expand: async (paths) => paths.map((path) => sourceAt(path, files)),
      read: async (source) =>
        source.kind === 'file'
          ? importedFile(source.path, files[source.path] ?? '')
          : importedFile(source.name, String.fromCharCode(...source.bytes))
    },
    comparer: { compare: async (before, after) => compareTrees(before, after) },
    printer: {
      print: async (job) => {
        const { items } = job
        printed.push(items)
        jobs.push(job)
        const annotations = items.reduce((sum, item) => sum + item.annotations.length, 0)
        return {
          bytes: Uint8Array.of(37, 80, 68, 70),
          pages: items.length,
          annotations,
          form: 'end',
          missingLetters: ''
        }
      },
      printOnPaper: async ({ items }) => {
        onPaper.push(items)
        return true
      }
    },
    desktop: {
      chooseFiles: async () => Object.keys(files),
      chooseEdition: async () => Object.keys(files)[0] ?? null,
      chooseAnnotations: async () => Object.keys(files).find((path) => /\.json(?:ld)?$/u.test(path)) ?? null,
      chooseListPath: async (name) => ({ path: `/chosen/${name}`, replace: true }),
      choosePdfPath: async (name) => ({ path: `/chosen/${name}`, replace: true }),
      chooseBackupPath: async (name) => `/chosen/${name}`,
      chooseBackupFolder: async () => '/chosen',
      showFile: async () => undefined,
      openLink: async () => undefined,
      copyText: async ({ text: value, html }) => {
        copied.push(value)
        if (html !== null) copiedHtml.push(html)
      }
    },
    settings: {
      read: async () => settings,
      save: async (wanted) => {
        settings = wanted
      }
    },
    writeFile: async (target, bytes) => {
      written.push({ target, bytes })
      return 'f'.repeat(64)
    },
    readFile: async (path) => {
      const content = files[path]
      if (content === undefined) throw new ReaderError({ code: 'file-missing', path })
      return new TextEncoder().encode(content)
    },
    digest: fakeSha256,
    now,
    pause: async () => undefined,
    newId: () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`,
    onImportProgress: () => undefined,
    onExportProgress: () => undefined
  }
}

function sourceAt(path: string, files: Readonly<Record<string, string>>): ImportSource {
  if (path in files) return { kind: 'file', path }
  return { kind: 'failure', source: path, problem: { code: 'file-missing', path } }
}

function importedFile(source: string, content: string): ImportedFile {
  const tree: Root = {
    type: 'root',
    children: content.split('\n').map((line) => element('p', [text(line)]))
  }
  return {
    source,
    bytes: new TextEncoder().encode(content),
    sha256: fakeSha256(content),
    extension: 'txt',
    assets: [],
    document: {
      tree,
      title: content.split('\n')[0] ?? '',
      date: null,
      language: 'en',
      dir: 'ltr',
      tags: [],
      sourceUrl: null,
      words: content.split(/\s+/u).length,
      encoding: 'utf-8',
      warnings: []
    }
  }
}

/** Not a digest, but as long as one, and the same for the same text only. */
function fakeSha256(content: string): string {
  let state = 0
  for (let at = 0; at < content.length; at += 1) state = (Math.imul(state, 31) + content.charCodeAt(at)) >>> 0
  return state.toString(16).padStart(8, '0').repeat(8)
}
