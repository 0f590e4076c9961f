import type { BriefingSummary } from '#core/briefing/briefing'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { DOCUMENTS, SHOWN } from './changes'

/** What is compared of a list. */
export type ListView = (list: readonly BriefingSummary[]) => readonly BriefingSummary[]

/** All of it. */
export const wholeList: ListView = (list) => list

/**
 * Where two devices imported one file apart, the one time of import that stands in the end is read
 * when the library is next opened; it shows nothing but where in the list a briefing stands.
 */
export const withoutImportTimes: ListView = (list) =>
  list.map((briefing) => ({ ...briefing, added: '' })).sort((a, b) => (a.id < b.id ? -1 : 1))

/** Where what libraries show differs from what the first one shows; none when all show the same. */
export async function differencesBetween(
  libraries: readonly OpenLibrary[],
  view: ListView
): Promise<readonly string[]> {
  const [first = '', ...others] = await Promise.all(libraries.map((library) => everythingIn(library, view)))
  return others.flatMap((one) => {
    if (one === first) return []
    let at = 0
    while (one[at] === first[at]) at += 1
    return `${excerpt(first, at)} and ${excerpt(one, at)}`
  })
}

async function everythingIn(library: OpenLibrary, view: ListView): Promise<string> {
  await library.upkeep.lookForChanges(null)
  const list = view(await library.list())
  const shown = []
  for (const { id } of list) {
    for (const document of new Set(DOCUMENTS)) shown.push([...(await SHOWN[document](library, id))].sort())
    shown.push(await library.tree(id, 1))
  }
  return JSON.stringify([list, shown])
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 60)
}
