import type { Annotation } from '#core/annotation/annotation'
import type { ImportedFile } from '#core/import/imported-file'
import { idOf, importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { type Model, type ModelBriefing, withBriefing } from './model'

/** What an operation is about; plain, so that another process can be asked to do it. */
export interface Matter {
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

/** Something that is done to a library, and what it should do. */
export interface Operation {
  /** How often it is chosen among the others. */
  readonly weight: number
  perform(library: OpenLibrary, matter: Matter): Promise<unknown>
  expected(model: Model, matter: Matter): Expected
}

/** The file of that number: some without a date, some of one day. */
export function fileNumber(file: number): ImportedFile {
  const date = file % 4 === 0 ? null : `2024-01-${String(10 + (file % 7))}`
  return importedFile(`Words of friendship number ${file}`, { title: `File ${file}`, date })
}

/** The briefing that the file of that number becomes. */
export function briefingId({ file }: Pick<Matter, 'file'>): string {
  return idOf(fileNumber(file))
}

/** The annotation as an operation would save it. */
export function annotationFor({ file, mark, value, now }: Matter): Annotation {
  const id = `0190a1b2-0000-7000-8000-${String(mark).padStart(12, '0')}`
  return markOn(fileNumber(file), 'friendship', { id, note: `Note ${value}`, modified: now })
}

/** What a change to a briefing that is shown gives. */
export function onShown(
  model: Model,
  matter: Matter,
  change: (briefing: ModelBriefing) => { answer: unknown; briefing: ModelBriefing }
): Expected {
  const id = briefingId(matter)
  const before = model.get(id)
  if (before === undefined) return { answer: 'briefing-unknown', model }
  if (before.trashed !== null) return { answer: 'briefing-in-trash', model }
  const { answer, briefing } = change(before)
  return { answer, model: briefing === before ? model : withBriefing(model, id, briefing) }
}
