import type { Annotation } from '#core/annotation/annotation'
import type { LeftPassage, RestoredMark, RestoredMarking, RestorePlan } from '#core/backup/backup'
import { canonicalJson } from '#core/store/canonical-json'
import type { OpenLibrary } from '../store/library/file-library'
import { todaysEditions } from './todays-editions'

/** A library as it is, and as it was in a backup. */
export interface NowAndThen {
  readonly now: OpenLibrary
  readonly then: OpenLibrary
  /** Paths in the backup that are damaged or missing. */
  readonly damaged: readonly string[]
}

/** What `restoreLibrary` would do; nothing is changed. */
export async function planRestore({ now, then, damaged }: NowAndThen): Promise<RestorePlan> {
  const shown = new Map((await now.list()).map((briefing) => [briefing.id, briefing]))
  const plan = emptyPlan(damaged)
  for (const { id, title } of await then.list()) {
    const known = shown.get(id)
    if (known === undefined) {
      plan.briefings.push({ id, title })
      continue
    }
    if (known.title !== title) plan.titles.push({ id, from: known.title, to: title })
    const { added, changed, left } = await compareMarks(now, then, id)
    const markings = await compareMarkings(now, then, id)
    plan.markings.push(...markings.changed.map(({ found }) => found))
    plan.left.push(...left, ...markings.left)
    plan.added.push(...added.map(named))
    plan.changed.push(...changed.map(named))
  }
  return plan
}

/**
 * Bring back what a backup holds: briefings that are gone or in the trash, marks that are gone, and
 * what of marks, titles and markings was changed since. What was made since stays, and what is overwritten
 * stays in the history. What was marked in an edition that is not here any more is left. Each step is a change like a person's own, on the disk before the next.
 */
export async function restoreLibrary({ now, then, damaged }: NowAndThen): Promise<RestorePlan> {
  const plan = await planRestore({ now, then, damaged })
  const trashed = new Set((await now.trash()).briefings.map(({ briefing }) => briefing.id))
  for (const { id } of plan.briefings) {
    if (trashed.has(id)) await now.restoreBriefing(id)
    else await now.upkeep.adopt(id, then.upkeep.folderOf(id))
  }
  for (const { id, title } of await then.list()) {
    const briefing = await now.find(id)
    if (briefing !== null && briefing.title !== title) await now.rename(id, title)
    for (const { bringBack } of (await compareMarkings(now, then, id)).changed) await bringBack()
    const { added, changed } = await compareMarks(now, then, id)
    for (const annotation of [...added, ...changed]) await now.saveAnnotation(annotation)
  }
  return plan
}

type MutablePlan = { [Key in keyof RestorePlan]: RestorePlan[Key][number][] }

function emptyPlan(damaged: readonly string[]): MutablePlan {
  return { briefings: [], added: [], changed: [], titles: [], markings: [], left: [], damaged: [...damaged] }
}

async function compareMarks(
  now: OpenLibrary,
  then: OpenLibrary,
  id: string
): Promise<{
  added: readonly Annotation[]
  changed: readonly Annotation[]
  left: readonly LeftPassage[]
}> {
  const present = new Map((await now.annotations(id)).map((annotation) => [annotation.id, annotation]))
  const editions = await todaysEditions(now, then, id)
  const all = await then.annotations(id)
  const past = all.flatMap((annotation) => editions.mark(annotation) ?? [])
  const left = all.filter((annotation) => !present.has(annotation.id) && editions.mark(annotation) === null)
  const changed = past.filter((annotation) => {
    const known = present.get(annotation.id)
    return known !== undefined && !isSame(known, annotation)
  })
  return {
    added: past.filter((annotation) => !present.has(annotation.id)),
    changed,
    left: left.map(({ anchor }) => ({ briefing: id, quote: anchor?.quote.exact ?? '' }))
  }
}

interface ChangedMarking {
  readonly found: RestoredMarking
  bringBack(): Promise<unknown>
}

/** Markings that were taken away or changed since, and how each becomes what it was; and those that cannot. */
async function compareMarkings(
  now: OpenLibrary,
  then: OpenLibrary,
  id: string
): Promise<{ changed: readonly ChangedMarking[]; left: readonly LeftPassage[] }> {
  const present = new Map((await now.paragraphMarkings(id)).map((one) => [one.id, one.marking]))
  const editions = await todaysEditions(now, then, id)
  const changed: ChangedMarking[] = await compareWhole(now, then, id)
  const left: LeftPassage[] = []
  for (const one of await then.paragraphMarkings(id)) {
    const { marking, anchor } = one
    if (marking === null || present.get(one.id) === marking) continue
    const today = editions.marking(one)
    const found = { briefing: id, marking, quote: anchor.quote.exact }
    if (today === null) left.push({ briefing: id, quote: found.quote })
    else changed.push({ found, bringBack: () => now.saveParagraphMarkings(id, [today]) })
  }
  return { changed, left }
}

/** The marking of the briefing itself. */
async function compareWhole(now: OpenLibrary, then: OpenLibrary, id: string): Promise<ChangedMarking[]> {
  const marking = (await then.find(id))?.marking ?? null
  if (marking === null || marking === (await now.find(id))?.marking) return []
  const found = { briefing: id, marking, quote: '' }
  return [{ found, bringBack: () => now.setMarking(id, marking) }]
}

/** When it was changed is not what it says. */
function isSame(a: Annotation, b: Annotation): boolean {
  return canonicalJson({ ...a, modified: '' }) === canonicalJson({ ...b, modified: '' })
}

function named({ briefing, id, anchor }: Annotation): RestoredMark {
  return { briefing, id, quote: anchor?.quote.exact ?? '' }
}
