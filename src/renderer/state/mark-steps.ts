import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { CallInput } from '#core/contract/calls'
import type { TextRange } from '#core/text/text-range'

/** What of a mark is changed in the window. */
export type MarkChange = CallInput<'changeAnnotation'>['change']

/** Where a mark is put: a passage, nowhere, or where its words are carried over to. */
export type MarkPlace = CallInput<'placeAnnotation'>['range']

/** A new mark, on the edition that is shown. */
export type NewMark = Omit<CallInput<'addAnnotation'>, 'briefing' | 'edition'>

/** What can be done to the marks of the open briefing. Each is on the disk when it resolves. */
export interface MarkActions {
  add(mark: NewMark): Promise<PlacedAnnotation>
  change(id: string, change: MarkChange): Promise<PlacedAnnotation>
  place(id: string, place: MarkPlace): Promise<PlacedAnnotation>
  delete(id: string): Promise<void>
  restore(id: string): Promise<void>
}

/** One change and how it is taken back; made again after it was taken back, it is the same change. */
export interface MarkStep {
  readonly make: (marks: MarkActions) => Promise<unknown>
  readonly takeBack: (marks: MarkActions) => Promise<unknown>
}

/** Set something on a mark. */
export function changeStep(mark: PlacedAnnotation, change: MarkChange): MarkStep {
  return {
    make: (marks) => marks.change(mark.id, change),
    takeBack: (marks) => marks.change(mark.id, valuesOf(mark, change))
  }
}

/** Put a mark elsewhere in the edition that is shown. */
export function placeStep(mark: PlacedAnnotation, place: MarkPlace): MarkStep {
  return {
    make: (marks) => marks.place(mark.id, place),
    takeBack: (marks) => marks.place(mark.id, placeOf(mark))
  }
}

/** Put a mark into the trash. */
export function deleteStep({ id }: PlacedAnnotation): MarkStep {
  return { make: (marks) => marks.delete(id), takeBack: (marks) => marks.restore(id) }
}

/** Make a mark. */
export function addStep(mark: NewMark): MarkStep {
  let id: string | null = null
  return {
    async make(marks) {
      if (id !== null) return void (await marks.restore(id))
      id = (await marks.add(mark)).id
    },
    takeBack: async (marks) => (id === null ? undefined : marks.delete(id))
  }
}

/** Make one mark of several: the first one then covers them all and says what all of them say. */
export function mergeSteps(marks: readonly [PlacedAnnotation, ...PlacedAnnotation[]]): readonly MarkStep[] {
  const [first, ...others] = marks
  const ranges = marks.flatMap(({ range }) => range ?? [])
  const start = Math.min(...ranges.map((range) => range.start))
  const end = Math.max(...ranges.map((range) => range.end))
  const notes = marks.flatMap(({ note }) => (note.trim() === '' ? [] : note.trimEnd()))
  const tags = [...new Set(marks.flatMap((mark) => mark.tags))]
  return [
    placeStep(first, { start, end }),
    changeStep(first, { note: notes.join('\n\n'), tags }),
    ...others.map(deleteStep)
  ]
}

/** Cut a mark in two: what it says stays with the first part. */
export function splitSteps(
  mark: PlacedAnnotation,
  [first, second]: readonly [TextRange, TextRange]
): readonly MarkStep[] {
  const { color, style, type, tags } = mark
  return [placeStep(mark, first), addStep({ range: second, color, style, type, tags: [...tags] })]
}

/** The values that `change` is about to replace. */
function valuesOf(mark: PlacedAnnotation, change: MarkChange): MarkChange {
  const { color, style, type, note, owner, due } = mark
  const values: MarkChange = { color, style, type, note, owner, due, tags: [...mark.tags] }
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in change))
}

function placeOf(mark: PlacedAnnotation): MarkPlace {
  const { edition, shownIn, placements, range } = mark
  const isPlaced = edition === shownIn || placements.some((placement) => placement.edition === shownIn)
  if (!isPlaced) return 'carried'
  return range
}

/** What is done is taken back when a later step fails, as far as that goes: half a merge is a loss. */
export async function takeAll(steps: readonly MarkStep[], actions: MarkActions): Promise<void> {
  const done: MarkStep[] = []
  try {
    for (const step of steps) {
      await step.make(actions)
      done.push(step)
    }
  } catch (cause) {
    for (const step of done.reverse()) await step.takeBack(actions).catch(() => undefined)
    throw cause
  }
}

/** The steps that take these back. */
export function backwards(steps: readonly MarkStep[]): readonly MarkStep[] {
  return steps.map(({ make, takeBack }) => ({ make: takeBack, takeBack: make })).reverse()
}
