import { lastDeletedFirst } from '#core/trash/trash'
import { briefingId, fileNumber, onShown, type Operation } from './matter'
import { byId, listOf, liveMarks, type Model, summaryIn } from './model'

/** Everything that is asked of a library without changing it. */
export const LOOK_OPERATIONS = {
  list: {
    weight: 6,
    perform: (library) => library.list(),
    expected: (model) => ({ answer: listOf(model), model })
  },
  trash: {
    weight: 2,
    async perform(library) {
      const { briefings, annotations } = await library.trash()
      return inAnyOrder(briefings, annotations)
    },
    expected: (model) => ({ answer: trashOf(model), model })
  },
  read: {
    weight: 10,
    async perform(library, matter) {
      const id = briefingId(matter)
      return [byId(await library.annotations(id)), await library.readingPosition(id), await library.find(id)]
    },
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => ({
        answer: [liveMarks(briefing), briefing.position, summaryIn(briefing)],
        briefing
      }))
  },
  open: {
    weight: 2,
    async perform(library, matter) {
      const id = briefingId(matter)
      return [await library.tree(id, 1), String(Buffer.from(await library.original(id, 1)))]
    },
    expected: (model, matter) =>
      onShown(model, matter, (briefing) => {
        const { document, bytes } = fileNumber(matter.file)
        return { answer: [document.tree, String(Buffer.from(bytes))], briefing }
      })
  }
} as const satisfies Record<string, Operation>

function trashOf(model: Model): unknown {
  const briefings = [...model.values()].flatMap((briefing) =>
    briefing.trashed === null ? [] : { briefing: summaryIn(briefing), deleted: briefing.trashed }
  )
  const annotations = [...model.values()].flatMap((briefing) =>
    [...briefing.marks.values()].flatMap(({ annotation, deleted, isPurged }) =>
      deleted === null || isPurged || briefing.trashed !== null
        ? []
        : { annotation, title: briefing.summary.title, deleted }
    )
  )
  return inAnyOrder(briefings, annotations)
}

/** What was deleted at the same time stands in any order, so each stands as its own text. */
function inAnyOrder(...lists: readonly (readonly { readonly deleted: string }[])[]): unknown {
  return lists.map((list) => ({
    times: [...list].sort(lastDeletedFirst).map(({ deleted }) => deleted),
    things: list.map((thing) => JSON.stringify(thing, sortedKeys)).sort()
  }))
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
