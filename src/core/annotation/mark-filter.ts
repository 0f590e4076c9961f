import { foldedText } from '../text/folded-text'
import type { AnnotationType, Color } from './annotation'
import type { PlacedAnnotation } from './placed-annotation'

/** What a filter can ask of where a mark stands; `unreviewed` waits for a person to look at it. */
export const MARK_CONDITIONS = ['moved', 'changed', 'orphan', 'unreviewed'] as const
export type MarkCondition = (typeof MARK_CONDITIONS)[number]

/** Which marks are shown: all that pass every kind that asks for something, and of a kind any of its values. */
export interface MarkFilter {
  readonly colors: readonly Color[]
  readonly types: readonly AnnotationType[]
  readonly tags: readonly string[]
  readonly authors: readonly string[]
  readonly notes: 'any' | 'with' | 'without'
  readonly conditions: readonly MarkCondition[]
  /** Words that must all stand in the note, the passage, the tags or the owner. */
  readonly text: string
}

/** The kinds of a filter that hold several values. */
export type FilterKind = 'colors' | 'types' | 'tags' | 'authors' | 'conditions'

/** Asks for nothing. */
export const NO_FILTER: MarkFilter = {
  ...{ colors: [], types: [], tags: [], authors: [], conditions: [] },
  ...{ notes: 'any', text: '' }
}

/** What a filter looks at. */
export type FilteredMark = Pick<
  PlacedAnnotation,
  'color' | 'type' | 'tags' | 'author' | 'note' | 'quote' | 'owner' | 'status' | 'isReviewed'
>

/** Whether `filter` lets every mark through. */
export function letsAllThrough({ text, notes, ...kinds }: MarkFilter): boolean {
  const { colors, types, tags, authors, conditions } = kinds
  const asked = [colors, types, tags, authors, conditions].some((values) => values.length > 0)
  return !asked && notes === 'any' && text.trim() === ''
}

/**
 * A test for `filter`. `foldedOf` answers `foldedMark` of a mark, or what was kept of it: folding is
 * what a filter costs.
 */
export function matcherOf<Mark extends FilteredMark>(
  filter: MarkFilter,
  foldedOf: (mark: Mark) => string = foldedMark
): (mark: Mark) => boolean {
  const wanted = foldedText(filter.text)
    .text.split(' ')
    .filter((word) => word !== '')
  const colors = oneOf(filter.colors)
  const types = oneOf(filter.types)
  const authors = oneOf(filter.authors)
  return (mark) =>
    colors(mark.color) &&
    types(mark.type) &&
    authors(mark.author) &&
    hasTag(filter.tags, mark) &&
    hasNote(filter.notes, mark) &&
    (filter.conditions.length === 0 || conditionsOf(mark).some((is) => filter.conditions.includes(is))) &&
    (wanted.length === 0 || holdsAll(foldedOf(mark), wanted))
}

/** Everything of a mark that words are looked for in, folded as find folds. */
export function foldedMark({ note, quote, tags, owner }: FilteredMark): string {
  return foldedText([note, quote, owner, ...tags].join('\n')).text
}

/** What can be said of where a mark stands. */
export function conditionsOf({ status, isReviewed }: FilteredMark): readonly MarkCondition[] {
  if (status === 'exact') return []
  return isReviewed ? [status] : [status, 'unreviewed']
}

/** `filter` with `value` asked for, or with `isOn: false` no longer. */
export function withValue(
  filter: MarkFilter,
  { kind, value, isOn }: { readonly kind: FilterKind; readonly value: string; readonly isOn: boolean }
): MarkFilter {
  const others = filter[kind].filter((other) => other !== value)
  return { ...filter, [kind]: isOn ? [...others, value] : others }
}

function oneOf<Value>(wanted: readonly Value[]): (value: Value) => boolean {
  return (value) => wanted.length === 0 || wanted.includes(value)
}

function hasTag(wanted: readonly string[], { tags }: FilteredMark): boolean {
  return wanted.length === 0 || tags.some((tag) => wanted.includes(tag))
}

function hasNote(wanted: MarkFilter['notes'], { note }: FilteredMark): boolean {
  return wanted === 'any' || (note.trim() !== '') === (wanted === 'with')
}

function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}
