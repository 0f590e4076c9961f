import type { Annotation } from '#core/annotation/annotation'
import { importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import type { Seeded } from '../seeded'

/** What a call may be about: a briefing of the library and a mark on it. */
export interface Target {
  readonly briefing: string
  readonly mark: Annotation
}

type Call = (library: OpenLibrary, target: Target, chance: Seeded) => Promise<unknown>

/** Calls that change marks. */
export const MARK_CALLS: Record<string, Call> = {
  saveAnnotation: (library, { mark }, chance) =>
    library.saveAnnotation({ ...mark, note: `Note ${chance.below(100)}` }),
  addAnnotation: (library, { mark }, chance) =>
    library.saveAnnotation({ ...mark, id: `0190a1b2-0000-7000-8000-0000000001${10 + chance.below(90)}` }),
  deleteAnnotation: (library, { briefing, mark }) => library.deleteAnnotation(briefing, mark.id),
  restoreAnnotation: (library, { briefing, mark }) => library.restoreAnnotation(briefing, mark.id)
}

/** All calls that would change something; one more line here is one more call tried. */
export const CHANGING_CALLS: Record<string, Call> = {
  ...MARK_CALLS,
  add: (library, _target, chance) => library.add(importedFile(`More words ${chance.below(1_000)}`)),
  addAgain: (library) => library.add(importedFile('A deep-rooted friendship between the two nations.')),
  rename: (library, { briefing }, chance) => library.rename(briefing, `Title ${chance.below(100)}`),
  setMarking: (library, { briefing }, chance) => library.setMarking(briefing, `Level ${chance.below(100)}`),
  saveParagraphMarkings: (library, { briefing, mark }, chance) =>
    library.saveParagraphMarkings(briefing, [
      { id: mark.id, edition: 1, anchor: anchorOf(mark), marking: `Level ${chance.below(100)}` }
    ]),
  saveReadingPosition: (library, { briefing }, chance) =>
    library.saveReadingPosition(briefing, { offset: chance.below(20), progress: chance.fraction() }),
  deleteBriefing: (library, { briefing }) => library.deleteBriefing(briefing),
  restoreBriefing: (library, { briefing }) => library.restoreBriefing(briefing),
  deleteForGood: (library, { briefing, mark }) =>
    library.deleteForGood({ briefings: [briefing], annotations: [{ briefing, id: mark.id }] }),
  mend: (library) => library.upkeep.mend(() => Promise.resolve(null)),
  adopt: (library, { briefing }) => library.upkeep.adopt(briefing, library.upkeep.folderOf(briefing))
}

function anchorOf({ anchor }: Annotation): NonNullable<Annotation['anchor']> {
  if (anchor === null) throw new Error('the mark has no place')
  return anchor
}

/** A mark that may not be there, for a library of which nothing can be read. */
export function anyTarget(): Target {
  const mark = markOn(importedFile('A deep-rooted friendship between the two nations.'), 'friendship')
  return { briefing: mark.briefing, mark }
}
