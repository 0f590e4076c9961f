import { ReadingUnits, type Unit } from '#core/text/reading-units'
import {
  type CursorPlace,
  cursorOn,
  type Direction,
  extended,
  passageOf,
  stepped
} from '#core/text/text-cursor'
import type { TextRange } from '#core/text/text-range'
import type { ArticlePlan } from '../article/plan-article'

/** A step of the cursor: to the next sentence or paragraph, or with `isExtending` the passage grows or shrinks by it. */
export interface CursorStep {
  readonly by: Direction
  readonly unit: Unit
  readonly isExtending: boolean
}

/**
 * The cursor over the sentences and paragraphs of a text, for marking without selecting.
 *
 * It rests, unseen, where a person clicked or where a mark is selected; the next step goes on from there.
 */
export class TextCursor {
  readonly units: ReadingUnits
  readonly #text: string
  #place = $state.raw<CursorPlace | null>(null)
  #isResting = $state(true)

  constructor(plan: ArticlePlan, language: string) {
    this.units = new ReadingUnits(plan.blocks, language)
    this.#text = plan.text
  }

  /** What it stands on, or `null` while it rests. */
  readonly passage = $derived.by(() =>
    this.#isResting || this.#place === null ? null : passageOf(this.#place)
  )

  /** Where it stands or rests; `null` before it was ever used. */
  get place(): TextRange | null {
    return this.#place === null ? null : passageOf(this.#place)
  }

  /** The end that moves: what has to be seen. */
  get point(): number | null {
    const place = this.#place
    if (place === null) return null
    return place.point < place.anchor.start ? place.point : Math.max(place.anchor.end, place.point) - 1
  }

  /** Rest on a passage, or at a place in the text. */
  rest(range: TextRange): void {
    const stood = this.passage
    if (stood !== null && stood.start === range.start && stood.end === range.end) return
    this.#place = cursorOn(range, 'sentence')
    this.#isResting = true
  }

  /** Stand where it rests no more, without losing the place. */
  hide(): void {
    this.#isResting = true
  }

  /** Stand on the sentence or paragraph that holds `offset`, or begins after it. */
  putAt(offset: number, unit: Unit): boolean {
    return this.#stand(this.units.at(offset, unit), unit)
  }

  /** Stand at the start of the text, or with -1 at its end; extending, reach as far as there. */
  goToEdge(by: Direction, isExtending: boolean): boolean {
    const edge = this.units.edge(by, 'sentence')
    if (!isExtending || this.#place === null) return this.#stand(edge, 'sentence')
    this.#place = { ...this.#place, point: by === 1 ? 0 : this.#text.length }
    this.#isResting = false
    return true
  }

  /** Answers whether there was anywhere to go; where not, it stands where it was. */
  step({ by, unit, isExtending }: CursorStep): boolean {
    const place = this.#place
    if (place === null) return false
    if (place.anchor.start === place.anchor.end) return this.putAt(place.anchor.start, unit)
    const next = (isExtending ? extended : stepped)(this.units, place, { by, unit })
    this.#isResting = false
    if (next !== null) this.#place = next
    return next !== null
  }

  #stand(range: TextRange | null, unit: Unit): boolean {
    if (range === null) return false
    this.#place = cursorOn(range, unit)
    this.#isResting = false
    return true
  }
}
