import { randomBytes } from 'node:crypto'

const NAME = /^writer\.([0-9a-f]{16})\.[0-9a-f]{16}\.lock$/u

/** A lock's name: never used twice, so that a stale one can be removed without hitting a fresh one. */
export function newLockName(device: string): string {
  return `writer.${device}.${randomBytes(8).toString('hex')}.lock`
}

/** Whether a file of this name is a lock, of whatever device. */
export function isLockName(name: string): boolean {
  return NAME.test(name)
}

/** The locks of one device among `names`. */
export function locksOf(names: readonly string[], device: string): readonly string[] {
  return names.filter((name) => NAME.exec(name)?.[1] === device)
}
