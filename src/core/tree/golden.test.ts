import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../text/canonical-text'
import { normalizeTree } from './normalize-tree'
import type { Root } from './tree'
import { rootSchema } from './tree-schema'

const page = readFileSync(new URL('../../../docs/canonical-text.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```example (.+)\n([^\n]+)\n([^\n]+)\n([^]*?)\n```$/gm)]

describe('the examples of docs/canonical-text.md', () => {
  it('are all read', () => expect(examples).toHaveLength(17))

  for (const [, name, found, normal, text] of examples) {
    it(`${name}`, () => {
      expect(normalizeTree(treeFrom(found))).toEqual(treeFrom(normal))
      expect(canonicalText(treeFrom(normal))).toBe(text)
    })
  }
})

function treeFrom(line: string | undefined): Root {
  const children: unknown = JSON.parse(line ?? '')
  return v.parse(rootSchema, {
    type: 'root',
    children: Array.isArray(children) ? children.map(nodeFrom) : []
  })
}

function nodeFrom(node: unknown): unknown {
  if (!Array.isArray(node)) return { type: 'text', value: node }
  const [tagName, second] = node
  const hasProperties = typeof second === 'object' && !Array.isArray(second)
  const children = node.slice(hasProperties ? 2 : 1).map(nodeFrom)
  return { type: 'element', tagName, properties: hasProperties ? second : {}, children }
}
