import { basename, dirname } from 'node:path'
import type { Seeded } from '../seeded'
import { DeviceCopy, type HeldFile, Versions } from './device-copy'

interface OnItsWay {
  readonly to: DeviceCopy
  readonly path: string
  readonly file: HeldFile
}

/**
 * Carries files between copies of a library, as Syncthing and cloud folders do: file by file, in any
 * order, late, twice. A file never goes back to an older version; of two that were made apart one
 * wins everywhere and the other stays beside it under a conflict name.
 */
export class Synchroniser {
  readonly copies: readonly DeviceCopy[]
  readonly #chance: Seeded
  #onTheirWay: OnItsWay[] = []

  constructor(roots: readonly string[], chance: Seeded) {
    const versions = new Versions((count, path) => (isOfOneDevice(path) ? count + 1 : chance.fraction()))
    this.copies = roots.map((root) => new DeviceCopy(root, versions))
    this.#chance = chance
  }

  /** Carry some files from one copy towards another; some of them arrive later. */
  carry(from: DeviceCopy, to: DeviceCopy): void {
    const share = this.#chance.pick([0.1, 0.5, 0.9])
    for (const path of this.#chance.shuffled(from.paths)) {
      const file = from.held(path)
      if (file === null || this.#chance.fraction() > share) continue
      if (this.#chance.below(5) === 0) this.#onTheirWay.push({ to, path, file })
      else this.#deliver({ to, path, file })
    }
  }

  /** What was sent earlier arrives, in any order. */
  deliverLate(): void {
    const arriving = this.#chance.shuffled(this.#onTheirWay)
    this.#onTheirWay = []
    for (const each of arriving) this.#deliver(each)
  }

  /** Carry everything everywhere. */
  carryAll(): void {
    this.deliverLate()
    for (const from of [...this.copies, ...this.copies]) {
      for (const path of from.paths) {
        const file = from.held(path)
        if (file === null) continue
        for (const to of this.copies) this.#deliver({ to, path, file })
      }
    }
  }

  #deliver({ to, path, file }: OnItsWay): void {
    const there = to.held(path)
    if (there !== null && there.version > file.version) return
    const isSame = there?.version === file.version
    if (isSame && this.#chance.below(10) > 0) return
    if (there !== null && !isSame && this.#keepsBoth(path)) this.#litter(to, path, there)
    to.put(path, file)
  }

  /** Of two that were made apart always; now and then of a file that somebody had open. */
  #keepsBoth(path: string): boolean {
    return !isOfOneDevice(path) || this.#chance.below(10) === 0
  }

  /** Beside a file what was there before, or half of it. */
  #litter(to: DeviceCopy, path: string, { bytes }: HeldFile): void {
    const content = this.#chance.below(3) === 0 ? bytes.subarray(0, bytes.length / 2) : bytes
    to.litter(this.#chance.pick(conflictNames(path)), content)
  }
}

/** Whether only one device ever writes there; its id is in the name. */
export function isOfOneDevice(path: string): boolean {
  return /\.[0-9a-f]{16}(?:\.copy)?\.jsonl?$/u.test(path)
}

/** What synchronising programs make of a name. */
function conflictNames(path: string): readonly [string, ...string[]] {
  const name = basename(path)
  const dot = name.lastIndexOf('.')
  const [stem, ending] = [name.slice(0, dot), name.slice(dot)]
  const folder = dirname(path)
  return [
    `${folder}/${stem}.sync-conflict-20261123-101500-ABCDEFG${ending}`,
    `${folder}/${stem} (Ada's conflicted copy 2026-11-23)${ending}`,
    `${folder}/${stem} (1)${ending}`,
    `${folder}/.syncthing.${name}.tmp`
  ]
}
