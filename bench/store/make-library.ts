import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeRange } from '#core/anchor/describe-range'
import type { Annotation } from '#core/annotation/annotation'
import { briefingIdFrom } from '#core/briefing/briefing-id'
import { canonicalText } from '#core/text/canonical-text'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import { LibraryWriter, sha256Of } from '../write-library'
import { places } from './places'

/** What a library is made of. */
export interface Recipe {
  readonly name: string
  readonly briefings: number
  /** How many marks the briefing with this number has. */
  readonly marksOf: (briefing: number) => number
}

const WORDS = 'The ministers met in Ankara and agreed on a joint office that opens in the spring. '

/** A library on the disk, made once; answers the id of its first briefing. */
export async function makeLibrary({ name, briefings, marksOf }: Recipe): Promise<string> {
  const { root, config } = places(name)
  const stamp = join(root, '..', 'made')
  const first = briefingIdFrom(sourceOf(0).sha256)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === String(briefings)) return first
  const writer = await LibraryWriter.begin({ root, config })
  for (let number = 0; number < briefings; number += 1) {
    writer.add({
      ...{ bytes: sourceOf(number).bytes, tree: treeOf(number), words: 900, name: `briefing ${number}` },
      title: `Briefing ${number} on the talks in Ankara`,
      marks: Array.from({ length: marksOf(number) }, (_, index) => markOn(number, index))
    })
  }
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
  return { bytes, sha256: sha256Of(bytes) }
}
