import type { Annotation } from '#core/annotation/annotation'
import type { ImportedFile } from '#core/import/imported-file'
import { idOf, importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { byId, listOf, liveMarks, type Model, type ModelBriefing, summaryIn, withBriefing } from './model'

/** One operation with all that it is about; plain, so that another process can be asked to do it. */
export interface Step {
  readonly operation: OperationName
  /** Which of the files. */
  readonly file: number
  /** Which of the marks on it. */
  readonly mark: number
  /** What is new about it. */
  readonly value: number
  /** What the clock says; RFC 3339 in UTC. */
  readonly now: string
}

/** What an operation answers, and what it leaves; a refusal is the code of its problem. */
export interface Expected {
  readonly answer: unknown
  readonly model: Model
}

interface Operation {
  /** How often it is chosen among the others. */
  readonly weight: number
  perform(library: OpenLibrary, step: Step): Promise<unknown>
  expected(model: Model, step: Step): Expected
}

/** Everything that is done to a library. One more line here is one more operation tried. */
export const OPERATIONS = {
  import: {
    weight: 3,
    perform: (library, { file }) => library.add(fileNumber(file)),
    expected(model, { file, now }) {
      const id = idOf(fileNumber(file))
      const briefing = model.get(id) ?? imported(file, now)
      return { answer: summaryIn(briefing), model: withBriefing(model, id, briefing) }
    }
  },
  save: {
    weight: 10,
    perform: (library, step) => library.saveAnnotation(markOf(step)),
    expected: (model, step) =>
      onBriefing(model, step, (briefing) => ({
        answer: undefined,
        briefing: withMark(briefing, markOf(step), false)
      }))
  },
  delete: {
    weight: 4,
    perform: (library, step) => library.deleteAnnotation(markOf(step).briefing, markOf(step).id),
    expected: (model, step) =>
      onBriefing(model, step, (briefing) => {
        const mark = briefing.marks.get(markOf(step).id)
        if (mark === undefined || mark.isDeleted) return { answer: 'annotation-unknown', briefing }
        return { answer: undefined, briefing: withMark(briefing, mark.annotation, true) }
      })
  },
  restore: {
    weight: 3,
    perform: (library, step) => library.restoreAnnotation(markOf(step).briefing, markOf(step).id),
    expected: (model, step) =>
      onBriefing(model, step, (briefing) => {
        const mark = briefing.marks.get(markOf(step).id)
        if (mark === undefined) return { answer: 'annotation-unknown', briefing }
        return { answer: mark.annotation, briefing: withMark(briefing, mark.annotation, false) }
      })
  },
  rename: {
    weight: 2,
    perform: (library, { file, value }) => library.rename(idOf(fileNumber(file)), `Title ${value}`),
    expected: (model, step) =>
      onBriefing(model, step, (before) => {
        const briefing = { ...before, summary: { ...before.summary, title: `Title ${step.value}` } }
        return { answer: summaryIn(briefing), briefing }
      })
  },
  position: {
    weight: 3,
    perform: (library, step) => library.saveReadingPosition(idOf(fileNumber(step.file)), positionOf(step)),
    expected: (model, step) =>
      onBriefing(model, step, (briefing) => ({
        answer: undefined,
        briefing: { ...briefing, position: positionOf(step) }
      }))
  },
  list: {
    weight: 3,
    perform: (library) => library.list(),
    expected: (model) => ({ answer: listOf(model), model })
  },
  read: {
    weight: 5,
    async perform(library, { file }) {
      const id = idOf(fileNumber(file))
      return [byId(await library.annotations(id)), await library.readingPosition(id), await library.find(id)]
    },
    expected: (model, step) =>
      onBriefing(model, step, (briefing) => ({
        answer: [liveMarks(briefing), briefing.position, summaryIn(briefing)],
        briefing
      }))
  },
  open: {
    weight: 1,
    async perform(library, { file }) {
      const id = idOf(fileNumber(file))
      return [await library.tree(id, 1), String(Buffer.from(await library.original(id, 1)))]
    },
    expected: (model, step) =>
      onBriefing(model, step, (briefing) => {
        const { document, bytes } = fileNumber(step.file)
        return { answer: [document.tree, String(Buffer.from(bytes))], briefing }
      })
  }
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof OPERATIONS

/** The file of that number: some without a date, some of one day. */
export function fileNumber(file: number): ImportedFile {
  const date = file % 4 === 0 ? null : `2024-01-${String(10 + (file % 7))}`
  return importedFile(`Words of friendship number ${file}`, { title: `File ${file}`, date })
}

function markOf({ file, mark, value, now }: Step): Annotation {
  const id = `0190a1b2-0000-7000-8000-${String(mark).padStart(12, '0')}`
  return markOn(fileNumber(file), 'friendship', { id, note: `Note ${value}`, modified: now })
}

function positionOf({ value }: Step): { offset: number; progress: number } {
  return { offset: value, progress: (value % 100) / 100 }
}

function imported(file: number, now: string): ModelBriefing {
  const { title, date, language, dir, tags, sourceUrl, words } = fileNumber(file).document
  const facts = { title, date, language, dir, tags, sourceUrl, words }
  const summary = { id: idOf(fileNumber(file)), ...facts, edition: 1, added: now, annotations: 0 }
  return { file, summary, marks: new Map(), position: null }
}

function withMark(briefing: ModelBriefing, annotation: Annotation, isDeleted: boolean): ModelBriefing {
  return { ...briefing, marks: new Map(briefing.marks).set(annotation.id, { annotation, isDeleted }) }
}

function onBriefing(
  model: Model,
  { file }: Step,
  change: (briefing: ModelBriefing) => { answer: unknown; briefing: ModelBriefing }
): Expected {
  const id = idOf(fileNumber(file))
  const before = model.get(id)
  if (before === undefined) return { answer: 'briefing-unknown', model }
  const { answer, briefing } = change(before)
  return { answer, model: briefing === before ? model : withBriefing(model, id, briefing) }
}
