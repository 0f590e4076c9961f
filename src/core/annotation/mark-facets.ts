import type { AnnotationType, Color } from './annotation'
import { conditionsOf, type FilteredMark, type MarkCondition } from './mark-filter'

/** What a filter could ask of some marks, and how many have each. */
export interface MarkFacets {
  readonly colors: ReadonlyMap<Color, number>
  readonly types: ReadonlyMap<AnnotationType, number>
  /** The most used first. */
  readonly tags: ReadonlyMap<string, number>
  readonly authors: ReadonlyMap<string, number>
  readonly conditions: ReadonlyMap<MarkCondition, number>
  readonly withNote: number
  readonly total: number
}

/** Counts what marks have, as many at a time as there is time for. */
export class FacetCounter {
  readonly #colors = new Map<Color, number>()
  readonly #types = new Map<AnnotationType, number>()
  readonly #tags = new Map<string, number>()
  readonly #authors = new Map<string, number>()
  readonly #conditions = new Map<MarkCondition, number>()
  #withNote = 0
  #total = 0

  add(marks: Iterable<FilteredMark>): this {
    for (const mark of marks) {
      countOne(this.#colors, mark.color)
      countOne(this.#types, mark.type)
      countOne(this.#authors, mark.author)
      for (const tag of mark.tags) countOne(this.#tags, tag)
      for (const condition of conditionsOf(mark)) countOne(this.#conditions, condition)
      if (mark.note.trim() !== '') this.#withNote += 1
      this.#total += 1
    }
    return this
  }

  counts(): MarkFacets {
    return {
      colors: new Map(this.#colors),
      types: new Map(this.#types),
      tags: mostUsedFirst(this.#tags),
      authors: mostUsedFirst(this.#authors),
      conditions: new Map(this.#conditions),
      withNote: this.#withNote,
      total: this.#total
    }
  }
}

/** What a filter could ask of `marks`. */
export function facetsOf(marks: Iterable<FilteredMark>): MarkFacets {
  return new FacetCounter().add(marks).counts()
}

function countOne<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function mostUsedFirst(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)))
}
