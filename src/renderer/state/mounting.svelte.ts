import { flushSync } from 'svelte'
import { SLICE_WEIGHT, type Slice } from '../article/plan-article'

/** Time that drawing may take of a frame; layout and paint need the rest. */
const BUDGET_MS = 8

/** How far one slice is drawn: everything that stands before `limit` on its scale. */
export class SliceMount {
  readonly slice: Slice
  limit = $state(0)

  constructor(slice: Slice) {
    this.slice = slice
  }

  get isComplete(): boolean {
    return this.limit >= this.slice.weight && this.limit > 0
  }

  /** Draw one more step; an ordinary slice is drawn whole in one. */
  grow(): void {
    const next = this.limit + SLICE_WEIGHT
    this.limit = this.slice.weight <= SLICE_WEIGHT * 2 || next >= this.slice.weight ? Infinity : next
  }
}

/** Draws an article in slices: what is looked at first, the rest when there is time. */
export class Mounting {
  readonly slices: readonly SliceMount[]
  #timer: ReturnType<typeof setTimeout> | null = null
  #at = 0

  constructor(slices: readonly Slice[]) {
    this.slices = slices.map((slice) => new SliceMount(slice))
  }

  /** Draw slice `index` and its neighbours now. */
  ensure(index: number): void {
    for (const near of [index, index + 1, index - 1]) {
      const mount = this.slices[near]
      if (mount === undefined) continue
      if (near === index) while (!mount.isComplete) mount.grow()
      else if (mount.limit === 0) mount.grow()
    }
    flushSync()
  }

  /** Draw everything that is not drawn yet, without ever holding a frame. */
  start(): void {
    this.#timer ??= setTimeout(() => this.#work(), 0)
  }

  /** Draw no more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#at = this.slices.length
  }

  #work(): void {
    const until = performance.now() + BUDGET_MS
    while (this.#at < this.slices.length && performance.now() < until) {
      const mount = this.slices[this.#at]
      if (mount === undefined || mount.isComplete) this.#at += 1
      else {
        mount.grow()
        flushSync()
      }
    }
    this.#timer = this.#at < this.slices.length ? setTimeout(() => this.#work(), 0) : null
  }
}
