import type { Annotation } from '#core/annotation/annotation'
import { annotationFor, briefingId, onShown, type Operation } from './matter'
import { type ModelBriefing, type ModelMark, withBriefing } from './model'

/** Everything that is done to marks. */
export const MARK_OPERATIONS = {
  save: {
    weight: 20,
    perform: (library, matter) => library.saveAnnotation(annotationFor(matter)),
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => ({
        answer: undefined,
        briefing: withMark(briefing, live(annotationFor(matter)))
      }))
  },
  delete: {
    weight: 8,
    perform: (library, matter) => library.deleteAnnotation(briefingId(matter), annotationFor(matter).id),
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => {
        const mark = briefing.marks.get(annotationFor(matter).id)
        if (mark === undefined || mark.deleted !== null) return { answer: 'annotation-unknown', briefing }
        return { answer: undefined, briefing: withMark(briefing, { ...mark, deleted: matter.now }) }
      })
  },
  restore: {
    weight: 6,
    perform: (library, matter) => library.restoreAnnotation(briefingId(matter), annotationFor(matter).id),
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => {
        const mark = briefing.marks.get(annotationFor(matter).id)
        if (mark === undefined || mark.isPurged) return { answer: 'annotation-unknown', briefing }
        return { answer: mark.annotation, briefing: withMark(briefing, live(mark.annotation)) }
      })
  },
  /** Only what is in the trash is deleted for good, also in a briefing that is there itself. */
  forget: {
    weight: 2,
    perform: (library, matter) =>
      library.deleteForGood({
        briefings: [],
        annotations: [{ briefing: briefingId(matter), id: annotationFor(matter).id }]
      }),
    expected(model, matter) {
      const briefing = model.get(briefingId(matter))
      const mark = briefing?.marks.get(annotationFor(matter).id)
      if (briefing === undefined || mark === undefined || mark.deleted === null)
        return { answer: undefined, model }
      const without = withMark(briefing, { ...mark, isPurged: true })
      return { answer: undefined, model: withBriefing(model, briefingId(matter), without) }
    }
  }
} as const satisfies Record<string, Operation>

function live(annotation: Annotation): ModelMark {
  return { annotation, deleted: null, isPurged: false }
}

function withMark(briefing: ModelBriefing, mark: ModelMark): ModelBriefing {
  return { ...briefing, marks: new Map(briefing.marks).set(mark.annotation.id, mark) }
}
