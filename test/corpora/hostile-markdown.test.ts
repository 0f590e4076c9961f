import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/core/import/read-markdown'
import { readableText } from '../../src/core/import/readable-text'
import { canonicalText } from '../../src/core/text/canonical-text'
import { normalizeTree } from '../../src/core/tree/normalize-tree'
import type { Root } from '../../src/core/tree/tree'
import { rootSchema } from '../../src/core/tree/tree-schema'
import { lettersOf } from './expected-text'
import { importedFrom, oneSpaced, textOf } from './imported'
import { pathOf } from './items'

const Examples = v.array(v.object({ example: v.number(), markdown: v.string(), html: v.string() }))
const Payloads = v.array(v.looseObject({ payload: v.string() }))
const Strings = v.array(v.string())

function listIn<T>(path: string, schema: v.GenericSchema<unknown, T>): T {
  return v.parse(schema, JSON.parse(readFileSync(pathOf(path), 'utf8')))
}

async function treeOf(markdown: string): Promise<Root> {
  return (await readMarkdown(readableText(markdown), async () => new Map())).tree
}

/** The closed set has no place for a script; this says so of each tree. */
function expectHarmless(tree: Root): void {
  expect(v.is(rootSchema, tree)).toBe(true)
  expect(normalizeTree(tree)).toEqual(tree)
}

describe('Markdown from the specification and from attackers', () => {
  it('becomes a normal tree of the closed set: the examples of CommonMark', async () => {
    for (const { markdown } of listIn('e-hostile/commonmark/spec-0.31.2.json', Examples)) {
      expectHarmless(await treeOf(markdown))
    }
  })

  it('becomes a normal tree of the closed set: payloads against sanitisers', async () => {
    for (const { payload } of listIn('e-hostile/dompurify/expect.json', Payloads)) {
      expectHarmless(await treeOf(payload))
      expectHarmless(await treeOf(`text\n\n${payload}\n\ntext`))
    }
  })

  it('becomes a normal tree of the closed set: naughty strings', async () => {
    for (const text of listIn('e-hostile/naughty-strings/blns.json', Strings)) {
      expectHarmless(await treeOf(text))
    }
  })

  it('keeps the words that the specification shows, where it shows no HTML', async () => {
    const plain = listIn('e-hostile/commonmark/spec-0.31.2.json', Examples).filter(
      ({ markdown }) => !/[<&\\]/.test(markdown) && !/^\s*date/i.test(markdown)
    )
    const wrong: unknown[] = []
    for (const { example, markdown, html } of plain) {
      const expected = lettersOf(html.replace(/<[^>]*>/g, ' ').replace(/&\w+;/g, ' '))
      const found = lettersOf(canonicalText(await treeOf(markdown)))
      if (found !== expected) wrong.push({ example, markdown, expected, found })
    }
    expect(wrong).toEqual([])
  })
})

describe('both versions of revised briefings', () => {
  const folder = pathOf('b-anchoring/revisions')
  const files = readdirSync(folder).flatMap((name) =>
    ['v1.md', 'v2.md'].map((file) => join(folder, name, file))
  )
  it('are read with their text', async () => {
    expect(files.length).toBeGreaterThan(20)
    for (const file of files) {
      const document = await importedFrom(file)
      expect(oneSpaced(textOf(document)).length).toBeGreaterThan(200)
      expect(document.language).toMatch(/^(?:en|es)$/)
      // One of them embeds an SVG, which is left out.
      expect(document.warnings.filter((warning) => !warning.includes('is no PNG'))).toEqual([])
    }
  })
})
