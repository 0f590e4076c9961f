import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutBoxes } from './box-layout'
import type { BoxRoom, BoxWish } from './box-layout'

const ROOM: BoxRoom = { top: 76, bottom: 766, closed: [], gap: 6, reach: 1_000, tall: 130 }

const WISHES = fc
  .array(
    fc.record({
      anchor: fc.integer({ min: 76, max: 760 }),
      heights: fc
        .uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 })
        .map((lines) => lines.sort((a, b) => a - b).map((line) => line * 10.5))
    }),
    { maxLength: 60 }
  )
  .map((wishes) => wishes.sort((a, b) => a.anchor - b.anchor))

const ROOMS = fc
  .array(fc.integer({ min: 76, max: 766 }), { maxLength: 6 })
  .map((edges) => [...new Set(edges)].sort((a, b) => a - b))
  .map((edges) => ({
    ...ROOM,
    closed: edges.flatMap((top, index) => {
      const bottom = edges[index + 1]
      return index % 2 === 0 && bottom !== undefined ? [{ top, bottom }] : []
    })
  }))

interface Standing {
  readonly index: number
  readonly top: number
  readonly bottom: number
}

function standing(wishes: readonly BoxWish[], room: BoxRoom): readonly Standing[] {
  return layOutBoxes(wishes, room).flatMap((box, index) =>
    box === null
      ? []
      : [{ index, top: box.top, bottom: box.top + (wishes[index]?.heights[box.size] ?? Number.NaN) }]
  )
}

describe('layOutBoxes', () => {
  it('keeps all boxes on the page, in their order, apart from each other and from what is closed', () => {
    fc.assert(
      fc.property(WISHES, ROOMS, (wishes, room) => {
        const boxes = standing(wishes, room)
        for (const [at, { top, bottom }] of boxes.entries()) {
          expect(top).toBeGreaterThanOrEqual(room.top)
          expect(bottom).toBeLessThanOrEqual(room.bottom)
          for (const closed of room.closed) expect(bottom <= closed.top || top >= closed.bottom).toBe(true)
          const next = boxes[at + 1]
          if (next !== undefined) expect(next.top).toBeGreaterThanOrEqual(bottom + room.gap - 1e-9)
        }
      }),
      { numRuns: 300 }
    )
  })

  it('leaves out only the last ones, and cuts nothing where all can be whole', () => {
    fc.assert(
      fc.property(WISHES, (wishes) => {
        const placed = layOutBoxes(wishes, ROOM)
        const firstOut = placed.indexOf(null)
        if (firstOut !== -1) expect(placed.slice(firstOut).every((box) => box === null)).toBe(true)
        const whole = wishes.reduce((sum, { heights }) => sum + (heights.at(-1) ?? 0) + ROOM.gap, -ROOM.gap)
        if (whole <= ROOM.bottom - ROOM.top) {
          expect(placed.map((box) => box?.size)).toEqual(wishes.map(({ heights }) => heights.length - 1))
        }
      }),
      { numRuns: 300 }
    )
  })

  const cases: Record<string, { wishes: BoxWish[]; room?: BoxRoom; tops: (number | null)[] }> = {
    'sets each beside its line': { wishes: [at(100, 20), at(300, 20)], tops: [100, 300] },
    'sets several of one line below each other': {
      wishes: [at(100, 20), at(100, 20), at(100, 20)],
      tops: [100, 126, 152]
    },
    'moves up together what meets the foot of the page': {
      wishes: [at(600, 50), at(740, 20), at(750, 30)],
      tops: [600, 710, 736]
    },
    'passes over what is closed': {
      wishes: [at(150, 20), at(160, 60)],
      room: { ...ROOM, closed: [{ top: 170, bottom: 400 }] },
      tops: [150, 400]
    },
    'brings a note nearer to its line by cutting a tall one before it': {
      wishes: [at(76, 120, 300), at(100, 20)],
      room: { ...ROOM, reach: 200 },
      tops: [76, 202]
    },
    'cuts the tallest': { wishes: [at(76, 300), at(76, 100, 600)], tops: [76, 382] },
    'leaves the last one out when nothing can be cut': {
      wishes: [at(76, 600), at(76, 100)],
      tops: [76, null]
    }
  }
  for (const [name, { wishes, room = ROOM, tops }] of Object.entries(cases)) {
    it(name, () => expect(layOutBoxes(wishes, room).map((box) => box?.top ?? null)).toEqual(tops))
  }
})

function at(anchor: number, ...heights: number[]): BoxWish {
  return { anchor, heights }
}
