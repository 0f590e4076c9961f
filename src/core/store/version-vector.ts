/**
 * How often each device has changed a record, as far as this version of it knows
 * (Parker et al., "Detection of Mutual Inconsistency in Distributed Systems", 1983).
 */
export type VersionVector = Readonly<Record<string, number>>

/** How one version stands to another; `apart` when neither has seen the other. */
export type VersionOrder = 'same' | 'before' | 'after' | 'apart'

/** Where `a` stands, seen from `b`. */
export function compareVersions(a: VersionVector, b: VersionVector): VersionOrder {
  const behind = hasMore(b, a)
  const ahead = hasMore(a, b)
  if (behind && ahead) return 'apart'
  if (behind) return 'before'
  return ahead ? 'after' : 'same'
}

/** The version of a change that `device` makes having seen all of `seen`. */
export function nextVersion(seen: readonly VersionVector[], device: string): VersionVector {
  const counts = new Map<string, number>()
  for (const vector of seen) {
    for (const [name, count] of Object.entries(vector))
      counts.set(name, Math.max(counts.get(name) ?? 0, count))
  }
  counts.set(device, (counts.get(device) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How many changes a version has seen, its own included: more than any version that it has seen. */
export function countChanges(version: VersionVector): number {
  return Object.values(version).reduce((sum, count) => sum + count, 0)
}

function hasMore(a: VersionVector, b: VersionVector): boolean {
  return Object.entries(a).some(([device, count]) => count > (b[device] ?? 0))
}
