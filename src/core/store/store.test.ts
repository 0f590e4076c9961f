import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element, text } from '../tree/elements'
import { canonicalJson } from './canonical-json'
import { emptyDocument, nextGeneration, parseDocument, SCHEMA } from './document'
import { copyName, documentName, documentsAmong } from './file-name'
import { frame, unframe } from './frame'
import { liveAnnotations, storedAnnotation, MARKS } from './marks'
import { isTree } from './stored-tree'

const DEVICE = '0123456789abcdef'
const CHECKSUM = 'ab'.repeat(32)

describe('the frame', () => {
  it('gives back what was framed', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const parts = unframe(new TextEncoder().encode(frame(CHECKSUM, body)))
        expect(parts?.checksum).toBe(CHECKSUM)
        expect(parts && new TextDecoder().decode(parts.body)).toBe(body)
      })
    )
  })

  it('is one line of JSON', () => {
    expect(JSON.parse(frame(CHECKSUM, '{"a":1}'))).toEqual({ checksum: CHECKSUM, document: { a: 1 } })
    expect(frame(CHECKSUM, '{}').indexOf('\n')).toBe(frame(CHECKSUM, '{}').length - 1)
  })

  it('is refused when anything is added, cut or spelled otherwise', () => {
    const whole = frame(CHECKSUM, '{"a":1}')
    const others = [
      whole.slice(0, -1),
      `${whole} `,
      ` ${whole}`,
      `\uFEFF${whole}`,
      whole.replace(':', ': '),
      ''
    ]
    for (const other of others) expect(unframe(new TextEncoder().encode(other))).toBeNull()
  })
})

describe('a document', () => {
  const content = { records: [] }
  const stored = nextGeneration(emptyDocument(MARKS, DEVICE), content)

  it('keeps what this version does not know of it', () => {
    const read = parseDocument(
      JSON.stringify({ ...stored, later: 1, content: { ...content, also: 2 } }),
      MARKS
    )
    if (read.state !== 'valid') throw new Error(read.state)
    const next = nextGeneration(read.document, { ...read.document.content, records: [] })
    expect(JSON.parse(JSON.stringify(next))).toEqual({
      ...stored,
      sequence: 2,
      later: 1,
      content: { ...content, also: 2 }
    })
  })

  const cases = {
    'of another kind': { ...stored, kind: 'meta' },
    'without a sequence': { ...stored, sequence: undefined },
    'with content that does not fit': { ...stored, content: { records: {} } },
    'that is null': null,
    'that is zero': 0
  }
  for (const [name, value] of Object.entries(cases)) {
    it(`is damaged when it is one ${name}`, () =>
      expect(parseDocument(JSON.stringify(value), MARKS)).toEqual({ state: 'damaged' }))
  }

  it('of a newer schema is newer, and readable only as far as it fits', () => {
    const newer = { ...stored, schema: SCHEMA + 1 }
    expect(parseDocument(JSON.stringify(newer), MARKS)).toEqual({ state: 'newer', document: newer })
    const changed = { ...newer, content: 'something else' }
    expect(parseDocument(JSON.stringify(changed), MARKS)).toEqual({ state: 'newer', document: null })
  })
})

describe('file names', () => {
  it('are read back as they were made, each document once', () => {
    const documents = [1, 2, 10].map((part) => ({ kind: 'marks' as const, device: DEVICE, part }))
    const names = documents.map(documentName).flatMap((name) => [name, copyName(name)])
    expect(new Set(documentsAmong(names, 'marks'))).toEqual(new Set(documents))
    expect(documentsAmong(names, 'meta')).toEqual([])
  })

  it('of synchronising programs and of temporary files are not taken for documents', () => {
    const names = [
      `marks.${DEVICE}.sync-conflict-20240116-101010-ABCDEFG.json`,
      `marks.${DEVICE} (conflicted copy).json`,
      `marks.${DEVICE} (1).json`,
      `.marks.${DEVICE}.json.0011aabb.tmp`,
      `marks.${DEVICE}.json.damaged-1`,
      `.syncthing.marks.${DEVICE}.json.tmp`,
      `marks-1.${DEVICE}.json`,
      `marks.${DEVICE.toUpperCase()}.json`
    ]
    expect(documentsAmong(names, 'marks')).toEqual([])
  })
})

describe('a stored tree', () => {
  const tree = (properties: object, tagName = 'p'): unknown => ({
    type: 'root',
    children: [{ type: 'element', tagName, properties, children: [{ type: 'text', value: 'x' }] }]
  })

  it('is taken when it is of the closed set', () => {
    expect(isTree({ type: 'root', children: [element('p', [text('x')], { lang: 'tr' })] })).toBe(true)
    expect(isTree(tree({ href: 'https://example.org' }, 'a'))).toBe(true)
  })

  const refused = {
    'an element outside the set': tree({}, 'script'),
    'a property outside the set': tree({ onclick: 'x' }),
    'a link that runs': tree({ href: 'javascript:alert(1)' }, 'a'),
    'a path for an asset': tree({ asset: '../../secret.png' }, 'img'),
    'a text without words': { type: 'root', children: [{ type: 'text' }] },
    'no root': [],
    'an inherited property name': tree({ constructor: 'x' })
  }
  for (const [name, value] of Object.entries(refused)) {
    it(`is refused with ${name}`, () => expect(isTree(value)).toBe(false))
  }

  it('is refused when it is nested without end, and does not run out of stack', () => {
    let node: object = { type: 'text', value: 'x' }
    for (let depth = 0; depth < 200_000; depth += 1) {
      node = { type: 'element', tagName: 'blockquote', properties: {}, children: [node] }
    }
    expect(isTree({ type: 'root', children: [node] })).toBe(false)
  })
})

it('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe(
    canonicalJson({ a: null, b: [{ c: 2, d: 1 }] })
  )
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

it('a mark on an edition that has not arrived is kept but not shown', () => {
  const anchor = { position: { start: 0, end: 1 }, quote: { exact: 'x', prefix: '', suffix: '' } }
  const looks = { color: 'yellow', style: 'highlight', type: 'note' } as const
  const times = { created: '', modified: '' }
  const annotation = {
    id: 'a',
    briefing: 'b',
    edition: 'late',
    anchor,
    ...looks,
    note: '',
    tags: [],
    author: '',
    ...times
  }
  const record = { id: 'a', version: { [DEVICE]: 1 }, changed: '', deleted: null, annotation }
  const marks = new Map([['a', [record]]])
  expect(liveAnnotations(marks, ['first'])).toEqual([])
  const absent = { owner: '', due: null, placements: [] }
  expect(liveAnnotations(marks, ['first', 'late'])).toEqual([{ ...annotation, ...absent, edition: 2 }])
})

it('a mark keeps its places in editions that have not arrived when it is changed here', () => {
  const anchor = { position: { start: 0, end: 1 }, quote: { exact: 'x', prefix: '', suffix: '' } }
  const looks = { color: 'yellow', style: 'highlight', type: 'note', owner: '', due: null } as const
  const words = { note: '', tags: [], author: '', created: '', modified: '' }
  const mark = { id: 'a', briefing: 'b', anchor, ...looks, ...words }
  const elsewhere = { edition: 'late', anchor: null }
  const before = { ...mark, edition: 'first', placements: [elsewhere, { edition: 'second', anchor }] }
  const changed = { ...mark, edition: 1, note: 'New', placements: [{ edition: 2, anchor: null }] }
  expect(storedAnnotation(changed, ['first', 'second'], before)).toEqual({
    ...{ ...mark, note: 'New', edition: 'first' },
    placements: [{ edition: 'second', anchor: null }, elsewhere]
  })
})
