import * as v from 'valibot'
import { canonicalJson } from './canonical-json'
import { DEVICE_PATTERN } from './file-name'
import { compareVersions, type VersionVector } from './version-vector'

/** A record as one device wrote it. */
export interface Versioned {
  readonly version: VersionVector
  /** RFC 3339 in UTC, by the clock of the device that wrote it. */
  readonly changed: string
}

export const VersionVectorSchema = v.record(
  v.pipe(v.string(), v.regex(DEVICE_PATTERN)),
  v.pipe(v.number(), v.safeInteger(), v.minValue(1))
)

/**
 * Merge versions of one record: those that no other has seen, the later first. The first is shown,
 * the rest are kept.
 *
 * Keeping all of them, not only the one that is shown, is what makes the merge associative: a wrong
 * clock may put a record that was overwritten after a third one that its overwriter has not seen.
 */
export function mergeVersions<Record extends Versioned>(versions: readonly Record[]): readonly Record[] {
  if (versions.length <= 1) return versions
  const unseen = versions.filter(
    (candidate) => !versions.some((other) => compareVersions(candidate.version, other.version) === 'before')
  )
  const distinct = new Map(unseen.map((record) => [canonicalJson(record), record]))
  return [...distinct].sort(laterFirst).map(([, record]) => record)
}

type Keyed = readonly [canonical: string, record: Versioned]

/** Equal times fall back on the content, so that every device shows the same one. */
function laterFirst([canonicalA, a]: Keyed, [canonicalB, b]: Keyed): number {
  return timeOf(b) - timeOf(a) || (canonicalA < canonicalB ? -1 : 1)
}

function timeOf({ changed }: Versioned): number {
  const time = Date.parse(changed)
  return Number.isNaN(time) ? 0 : time
}
