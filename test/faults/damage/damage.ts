import type { Seeded } from '../seeded'

/** Ways in which a file goes bad. */
const WAYS = ['a flipped bit', 'a cut', 'zeros', 'nothing left', 'a doubled tail'] as const
type Way = (typeof WAYS)[number]

/** The longest run of zeros, and the longest tail that stands twice: some sectors of a small disk. */
const RUN = 1_024

/** What is done to a file, in words, and what the file then holds. */
export interface Damage {
  readonly told: string
  readonly bytes: Uint8Array
}

/** Damage `bytes` in any way that changes them; half of the time a single bit. */
export function damaged(bytes: Uint8Array, seeded: Seeded): Damage {
  for (;;) {
    const way = seeded.chance(0.5) ? 'a flipped bit' : seeded.pick(WAYS)
    const damage = damagedBy(way, bytes, seeded)
    if (!Buffer.from(damage.bytes).equals(bytes)) return damage
  }
}

function damagedBy(way: Way, bytes: Uint8Array, seeded: Seeded): Damage {
  const at = seeded.below(bytes.length)
  const end = Math.min(bytes.length, at + 1 + seeded.below(RUN))
  const told = `${way} at byte ${at} of ${bytes.length}`
  switch (way) {
    case 'a flipped bit':
      return { told, bytes: bytes.with(at, (bytes[at] ?? 0) ^ (1 << seeded.below(8))) }
    case 'a cut':
      return { told, bytes: bytes.subarray(0, at) }
    case 'zeros':
      return { told: `${told}, to ${end}`, bytes: Uint8Array.from(bytes).fill(0, at, end) }
    case 'nothing left':
      return { told: way, bytes: new Uint8Array() }
    case 'a doubled tail':
      return { told, bytes: Buffer.concat([bytes, bytes.subarray(Math.max(0, bytes.length - (end - at)))]) }
  }
}
