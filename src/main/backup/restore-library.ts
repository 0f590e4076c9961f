import type { Annotation } from '#core/annotation/annotation'
import type { RestoredMark, RestoredMarking, RestorePlan } from '#core/backup/backup'
import { canonicalJson } from '#core/store/canonical-json'
import type { OpenLibrary } from '../store/library/file-library'

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
    const { added, changed } = await compareMarks(now, then, id)
    plan.markings.push(...(await compareMarkings(now, then, id)).map(({ found }) => found))
    plan.added.push(...added.map(named))
    plan.changed.push(...changed.map(named))
  }
  return plan
}

/**
 * Bring back what a backup holds: briefings that are gone or in the trash, marks that are gone, and
 * what of marks, titles and markings was changed since. What was made since stays, and what is overwritten
 * stays in the history. Each step is a change like a person's own, on the disk before the next.
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
    for (const { bringBack } of await compareMarkings(now, then, id)) await bringBack()
    const { added, changed } = await compareMarks(now, then, id)
    for (const annotation of [...added, ...changed]) await now.saveAnnotation(annotation)
  }
  return plan
}

type MutablePlan = { [Key in keyof RestorePlan]: RestorePlan[Key][number][] }

function emptyPlan(damaged: readonly string[]): MutablePlan {
  return { briefings: [], added: [], changed: [], titles: [], markings: [], damaged: [...damaged] }
}

async function compareMarks(
  now: OpenLibrary,
  then: OpenLibrary,
  id: string
): Promise<{ added: readonly Annotation[]; changed: readonly Annotation[] }> {
  const present = new Map((await now.annotations(id)).map((annotation) => [annotation.id, annotation]))
  const past = await then.annotations(id)
  const changed = past.filter((annotation) => {
    const known = present.get(annotation.id)
    return known !== undefined && !isSame(known, annotation)
  })
  return { added: past.filter((annotation) => !present.has(annotation.id)), changed }
}

/** Markings that were taken away or changed since, and how each becomes what it was. */
async function compareMarkings(
  now: OpenLibrary,
  then: OpenLibrary,
  id: string
): Promise<readonly { found: RestoredMarking; bringBack: () => Promise<unknown> }[]> {
  const marking = (await then.find(id))?.marking ?? null
  const present = new Map((await now.paragraphMarkings(id)).map((one) => [one.id, one.marking]))
  const paragraphs = (await then.paragraphMarkings(id)).flatMap((one) =>
    one.marking === null || present.get(one.id) === one.marking
      ? []
      : {
          found: { briefing: id, marking: one.marking, quote: one.anchor.quote.exact },
          bringBack: () => now.saveParagraphMarkings(id, [one])
        }
  )
  if (marking === null || marking === (await now.find(id))?.marking) return paragraphs
  const whole = { briefing: id, marking, quote: '' }
  return [{ found: whole, bringBack: () => now.setMarking(id, marking) }, ...paragraphs]
}

/** When it was changed is not what it says. */
function isSame(a: Annotation, b: Annotation): boolean {
  return canonicalJson({ ...a, modified: '' }) === canonicalJson({ ...b, modified: '' })
}

function named({ briefing, id, anchor }: Annotation): RestoredMark {
  return { briefing, id, quote: anchor?.quote.exact ?? '' }
}
