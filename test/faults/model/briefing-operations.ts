import { briefingId, fileNumber, type Matter, onShown, type Operation } from './matter'
import { type ModelBriefing, summaryIn, withBriefing, withoutBriefing } from './model'

/** Everything that is done to briefings as a whole. */
export const BRIEFING_OPERATIONS = {
  /** The same file again is the briefing that is there, out of the trash. */
  import: {
    weight: 6,
    perform: (library, { file }) => library.add(fileNumber(file)),
    expected(model, matter) {
      const id = briefingId(matter)
      const briefing = { ...(model.get(id) ?? imported(matter)), trashed: null }
      return { answer: summaryIn(briefing), model: withBriefing(model, id, briefing) }
    }
  },
  rename: {
    weight: 4,
    perform: (library, matter) => library.rename(briefingId(matter), `Title ${matter.value}`),
    expected: (model, matter) =>
      onShown(model, matter, (before) => {
        const briefing = { ...before, summary: { ...before.summary, title: `Title ${matter.value}` } }
        return { answer: summaryIn(briefing), briefing }
      })
  },
  setMarking: {
    weight: 4,
    perform: (library, matter) => library.setMarking(briefingId(matter), markingFor(matter)),
    expected: (model, matter) =>
      onShown(model, matter, (before) => {
        const briefing = { ...before, summary: { ...before.summary, marking: markingFor(matter) } }
        return { answer: summaryIn(briefing), briefing }
      })
  },
  position: {
    weight: 6,
    perform: (library, matter) => library.saveReadingPosition(briefingId(matter), positionFor(matter)),
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => ({
        answer: undefined,
        briefing: { ...briefing, position: positionFor(matter) }
      }))
  },
  bin: {
    weight: 2,
    perform: (library, matter) => library.deleteBriefing(briefingId(matter)),
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => ({
        answer: undefined,
        briefing: { ...briefing, trashed: matter.now }
      }))
  },
  unbin: {
    weight: 2,
    perform: (library, matter) => library.restoreBriefing(briefingId(matter)),
    expected(model, matter) {
      const before = model.get(briefingId(matter))
      if (before === undefined) return { answer: 'briefing-unknown', model }
      const briefing = { ...before, trashed: null }
      return { answer: summaryIn(briefing), model: withBriefing(model, briefingId(matter), briefing) }
    }
  },
  destroy: {
    weight: 1,
    perform: (library, matter) => library.deleteForGood({ briefings: [briefingId(matter)], annotations: [] }),
    expected(model, matter) {
      const isInTrash = (model.get(briefingId(matter))?.trashed ?? null) !== null
      return { answer: undefined, model: isInTrash ? withoutBriefing(model, briefingId(matter)) : model }
    }
  }
} as const satisfies Record<string, Operation>

function positionFor({ value }: Matter): { offset: number; progress: number } {
  return { offset: value, progress: (value % 100) / 100 }
}

/** Every third time it is taken away. */
function markingFor({ value }: Matter): string | null {
  return value % 3 === 0 ? null : `Level ${value}`
}

function imported(matter: Matter): ModelBriefing {
  const { title, date, language, dir, tags, sourceUrl, words } = fileNumber(matter.file).document
  const facts = { title, date, language, dir, tags, sourceUrl, words }
  const counts = { edition: 1, annotations: 0, marking: null }
  const summary = { id: briefingId(matter), ...facts, ...counts, added: matter.now }
  return { file: matter.file, summary, marks: new Map(), position: null, trashed: null }
}
