import {
  type FilterKind,
  letsAllThrough,
  type MarkFilter,
  NO_FILTER,
  withValue
} from '#core/annotation/mark-filter'
import { foldedMarks } from './folded-marks'

/** How cards are ordered: as their passages stand in the text, or the newest change first. */
export type CardOrder = 'place' | 'time'

/** What the person wants to see of marks. It is the window's: it holds on while one briefing after the other is opened. */
export class Filtering {
  filter = $state.raw<MarkFilter>(NO_FILTER)
  order = $state<CardOrder>('place')
  /** Whether everything that can be asked for is laid out. */
  isLaidOut = $state(false)
  readonly isActive = $derived.by(() => !letsAllThrough(this.filter))

  /** The folded words of a mark. */
  readonly foldedOf = foldedMarks()

  toggle(kind: FilterKind, value: string): void {
    const values: readonly string[] = this.filter[kind]
    this.filter = withValue(this.filter, { kind, value, isOn: !values.includes(value) })
  }

  change(change: Partial<Pick<MarkFilter, 'text' | 'notes'>>): void {
    this.filter = { ...this.filter, ...change }
  }

  clear(): void {
    this.filter = NO_FILTER
  }
}
