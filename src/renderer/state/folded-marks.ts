import { type FilteredMark, foldedMark } from '#core/annotation/mark-filter'

/** Folds the words of marks for a filter, each mark once: they are replaced when they change, so it holds for ever. */
export function foldedMarks(): (mark: FilteredMark) => string {
  const folded = new WeakMap<FilteredMark, string>()
  return (mark) => {
    const known = folded.get(mark) ?? foldedMark(mark)
    folded.set(mark, known)
    return known
  }
}
