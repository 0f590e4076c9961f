import { shown } from './faults'
import { faultWords } from './fault-words'
import type { ForeignAnnotation, ForeignTarget } from './foreign-annotation'
import { type KnownAs, matchSource } from './sources'

/** What of an annotation is about this briefing, or why nothing is. */
export type ChosenTargets =
  | {
      readonly ok: true
      readonly targets: readonly ForeignTarget[]
      /** The source that was taken at the person's word; `null` where the briefing is known by it. */
      readonly believed: string | null
    }
  | { readonly ok: false; readonly reason: string }

/**
 * For each annotation of one file its targets in this briefing.
 *
 * A source that cannot be told is taken at the word of the person who gave the file to this briefing, but
 * only when every annotation of the file names it: of a file that speaks of several documents nobody
 * said which one this is.
 */
export function chooseTargets(
  annotations: readonly ForeignAnnotation[],
  known: KnownAs
): readonly ChosenTargets[] {
  const byId = new Map(annotations.flatMap(({ id, targets }) => (id === null ? [] : [[id, targets]])))
  const resolved = annotations.map(({ id, targets }) =>
    targets.flatMap((target) => answered(target, id, byId))
  )
  const believed = commonSources(resolved)
  return resolved.map((targets) => {
    const own = targets.filter(({ source }) => {
      const match = matchSource(source, known)
      return match === 'this' || (match === 'unknown' && (source === null || believed.has(source)))
    })
    const [first] = own
    if (first === undefined) return { ok: false, reason: whyOther(targets, known) }
    return {
      ok: true,
      targets: own,
      believed: matchSource(first.source, known) === 'unknown' ? first.source : null
    }
  })
}

/** An answer to another annotation of the file stands where that one does (Web Annotation Data Model, appendix C.4, `replying`). */
function answered(
  target: ForeignTarget,
  id: string | null,
  byId: ReadonlyMap<string, readonly ForeignTarget[]>
): readonly ForeignTarget[] {
  const seen = new Set([id])
  let current: readonly ForeignTarget[] = [target]
  for (;;) {
    const source = current[0]?.source ?? null
    const next = source === null || seen.has(source) ? undefined : byId.get(source)
    if (next === undefined) return current
    seen.add(source)
    current = next
  }
}

function commonSources(all: readonly (readonly ForeignTarget[])[]): ReadonlySet<string> {
  const [first = [], ...others] = all.map((targets) => targets.flatMap(({ source }) => source ?? []))
  return new Set(first.filter((source) => others.every((sources) => sources.includes(source))))
}

function whyOther(targets: readonly ForeignTarget[], { sourceUrl, id }: KnownAs): string {
  const named = [...new Set(targets.flatMap(({ source }) => (source === null ? [] : shown(source))))].join(
    ' and '
  )
  const own = sourceUrl === null ? `urn:uuid:${id}` : sourceUrl
  return faultWords.otherSource(named, own)
}
