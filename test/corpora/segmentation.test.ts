import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type EdgeMove, wholeCharacters, wholeWords, withMovedEdge } from '../../src/core/text/borders'
import { pathOf } from './items'

const Segmentation = v.object({
  items: v.array(
    v.object({
      source: v.string(),
      text: v.string(),
      graphemeStarts: v.array(v.number()),
      words: v.array(v.tuple([v.number(), v.number()]))
    })
  )
})
const { items } = v.parse(
  Segmentation,
  JSON.parse(readFileSync(pathOf('e-hostile/unicode/segmentation.json'), 'utf8'))
)

const MOVES: readonly EdgeMove[] = [
  { edge: 'start', by: 1, unit: 'character' },
  { edge: 'start', by: -1, unit: 'word' },
  { edge: 'end', by: 1, unit: 'word' },
  { edge: 'end', by: -1, unit: 'character' }
]

describe('the hostile texts of the segmentation corpus', () => {
  it('are many', () => expect(items.length).toBeGreaterThan(80))

  for (const [number, { source, text, graphemeStarts }] of items.entries()) {
    const borders = new Set([...graphemeStarts, text.length])
    const isWhole = ({ start, end }: { start: number; end: number }): boolean =>
      borders.has(start) && borders.has(end)

    it(`never cuts a character: ${source} ${number}`, () => {
      for (let start = 0; start < text.length; start += 1) {
        for (const end of [start + 1, start + 9]) {
          const found = wholeCharacters(text, { start, end })
          const words = wholeWords(text, { start, end })
          for (const range of [found, words]) if (range !== null) expect(range).toSatisfy(isWhole)
          for (const move of MOVES) {
            const moved = found === null ? null : withMovedEdge(text, found, move)
            if (moved !== null) expect(moved).toSatisfy(isWhole)
          }
        }
      }
    })
  }
})
