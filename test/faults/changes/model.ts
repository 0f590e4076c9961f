import { canonicalJson } from '#core/store/canonical-json'
import { canonicalText } from '#core/text/canonical-text'
import { idOf, markOn } from '../../../src/main/store/fixtures/briefings'
import { type Change, fileOf } from './change'
import type { Shown } from './look-at'

/** What a library holds by all that was acknowledged: plain JSON, so that it can be handed on. */
export type Model = Readonly<Record<string, BriefingModel>>

/** One briefing, and its marks by their ids. */
export interface BriefingModel {
  readonly title: string
  readonly offset: number | null
  readonly trashed: boolean
  readonly marks: Readonly<Record<string, MarkModel>>
}

interface MarkModel {
  readonly note: string
  readonly deleted: boolean
}

/** What is there once `change` is made. */
export function after(model: Model, change: Change): Model {
  const { briefing: number, kind } = change
  const known = model[number]
  if (kind === 'import') return { ...model, [number]: known ?? freshBriefing(number) }
  if (known === undefined) throw new Error(`${kind}: no briefing ${number}`)
  if (kind === 'forget') return without(model, String(number))
  return { ...model, [number]: { ...known, ...changedFields(known, change) } }
}

/** What a person sees of it, in the words of `lookAt`. */
export function shownOf(model: Model): Shown {
  const all = Object.entries(model).map(([number, briefing]) => ({
    file: fileOf(Number(number)),
    ...briefing
  }))
  const shown = all.filter(({ trashed }) => !trashed)
  return {
    briefings: Object.fromEntries(
      shown.map(({ file, title, offset, marks }) => [
        idOf(file),
        {
          ...{ title, offset },
          words: canonicalText(file.document.tree),
          original: new TextDecoder().decode(file.bytes),
          pictures: file.assets.map(({ bytes }) => new TextDecoder().decode(bytes)),
          marks: Object.fromEntries(
            Object.entries(marks).flatMap(([id, { note, deleted }]) =>
              deleted ? [] : [[id, canonicalJson(markOn(file, 'friendship', { id, note }))]]
            )
          )
        }
      ])
    ),
    briefingsInTrash: all.flatMap(({ file, trashed }) => (trashed ? idOf(file) : [])).sort(),
    marksInTrash: shown.flatMap(({ marks }) => Object.keys(marks).filter((id) => marks[id]?.deleted)).sort()
  }
}

function freshBriefing(number: number): BriefingModel {
  return { title: fileOf(number).document.title, offset: null, trashed: false, marks: {} }
}

function changedFields(
  { marks }: BriefingModel,
  change: Exclude<Change, { kind: 'import' | 'forget' }>
): Partial<BriefingModel> {
  switch (change.kind) {
    case 'rename':
      return { title: change.title }
    case 'read':
      return { offset: change.offset }
    case 'trash':
    case 'take-out':
      return { trashed: change.kind === 'trash' }
    case 'save':
      return { marks: { ...marks, [change.mark]: { note: change.note, deleted: false } } }
    case 'delete':
    case 'restore': {
      const note = marks[change.mark]?.note ?? ''
      return { marks: { ...marks, [change.mark]: { note, deleted: change.kind === 'delete' } } }
    }
    case 'purge':
      return { marks: without(marks, change.mark) }
  }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  const { [key]: _gone, ...rest } = record
  return rest
}
