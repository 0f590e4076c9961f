import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeRange } from '#core/anchor/describe-range'
import type { Annotation } from '#core/annotation/annotation'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import { type DocumentKind, SCHEMA } from '#core/store/document'
import { copyName, documentName } from '#core/store/file-name'
import { LIBRARY } from '#core/store/library-content'
import { type MarkRecord } from '#core/store/marks'
import { canonicalText } from '#core/text/canonical-text'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { encodeDocument } from '../../src/main/store/documents/encode-document'
import { nodeFiles } from '../../src/main/store/files/node-files'
import { deviceId } from '../../src/main/store/library/device-id'
import { places } from './places'

/** What a library is made of. */
export interface Recipe {
  readonly name: string
  readonly briefings: number
  /** How many marks the briefing with this number has. */
  readonly marksOf: (briefing: number) => number
}

/** Marks in one file, as the store keeps them. */
const PER_PART = 200
const WORDS = 'The ministers met in Ankara and agreed on a joint office that opens in the spring. '

/** A library on the disk, made once; answers the id of its first briefing. */
export async function makeLibrary({ name, briefings, marksOf }: Recipe): Promise<string> {
  const { root, config } = places(name)
  const stamp = join(root, '..', 'made')
  const first = briefingIdFrom(sourceOf(0).sha256)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === String(briefings)) return first
  mkdirSync(root, { recursive: true })
  const around = {
    files: nodeFiles,
    library: root,
    mayWrite: () => true,
    tell: () => undefined,
    warn: () => undefined
  }
  const device = await deviceId(config, around)
  mkdirSync(join(root, 'briefings'))
  for (let number = 0; number < briefings; number += 1) writeBriefing(root, device, number, marksOf(number))
  const content = { ...LIBRARY.empty, created: '2026-01-01T00:00:00.000Z' }
  writeDocument(join(root, documentName({ kind: 'library', device, part: 1 })), 'library', device, content)
  writeFileSync(stamp, String(briefings))
  return first
}

/** The text of the briefing with this number. */
export function treeOf(number: number): Root {
  const paragraphs = Array.from({ length: 12 }, (_, index) =>
    element('p', [text(`${number}.${index} ${WORDS.repeat(5)}`)])
  )
  return { type: 'root', children: [element('h2', [text(`Briefing ${number}`)]), ...paragraphs] }
}

/** A mark on it. */
export function markOn(number: number, index: number): Annotation {
  const words = canonicalText(treeOf(number))
  const start = (index * 37) % (words.length - 40)
  return {
    id: `01900000-0000-7000-8000-${number.toString(16).padStart(6, '0')}${index.toString(16).padStart(6, '0')}`,
    briefing: briefingIdFrom(sourceOf(number).sha256),
    edition: 1,
    anchor: describeRange(words, { start, end: start + 30 }),
    color: 'yellow',
    style: 'highlight',
    type: 'note',
    owner: '',
    due: null,
    note: `A note of an ordinary length, as people write them: number ${index}.`,
    tags: [],
    author: '',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    placements: []
  }
}

function sourceOf(number: number): { bytes: Buffer; sha256: string } {
  const bytes = Buffer.from(`Briefing ${number}\n\n${WORDS.repeat(60)}\n`)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function writeBriefing(root: string, device: string, number: number, marks: number): void {
  const { bytes, sha256 } = sourceOf(number)
  const folder = join(root, 'briefings', briefingIdFrom(sha256))
  const edition = join(folder, 'editions', sha256)
  mkdirSync(edition, { recursive: true })
  mkdirSync(join(folder, 'assets'))
  const tree = JSON.stringify(treeOf(number))
  writeFileSync(join(edition, 'original.txt'), bytes)
  for (const name of ['tree.json', 'tree.copy.json']) writeFileSync(join(edition, name), tree)
  writeDocument(join(edition, 'source.json'), 'source', device, {
    ...{
      sha256,
      size: bytes.length,
      extension: 'txt',
      name: `briefing ${number}.txt`,
      assets: [],
      warnings: []
    },
    ...{ imported: '2026-01-01T00:00:00.000Z', tree: createHash('sha256').update(tree).digest('hex') },
    ...{ title: `Briefing ${number} on the talks in Ankara`, date: '2026-01-01', language: 'en', dir: 'ltr' },
    ...{ tags: ['talks'], sourceUrl: null, words: 900, encoding: 'utf-8' }
  })
  for (let part = 1; (part - 1) * PER_PART < marks; part += 1) {
    const records = Array.from({ length: Math.min(PER_PART, marks - (part - 1) * PER_PART) }, (_, index) =>
      recordOf(markOn(number, (part - 1) * PER_PART + index), device, sha256)
    )
    writeDocument(join(folder, documentName({ kind: 'marks', device, part })), 'marks', device, { records })
  }
}

function recordOf(annotation: Annotation, device: string, edition: string): MarkRecord {
  const version = { [device]: 1 }
  return {
    id: annotation.id,
    version,
    changed: annotation.modified,
    deleted: null,
    annotation: { ...annotation, edition, placements: [] }
  }
}

/** Without waiting for the disk: a crash would cost no more than making it again. */
function writeDocument(path: string, kind: DocumentKind, device: string, content: unknown): void {
  const bytes = encodeDocument({ schema: SCHEMA, kind, sequence: 1, device, content })
  for (const copy of [path, copyName(path)]) writeFileSync(copy, bytes, { mode: 0o600 })
}
