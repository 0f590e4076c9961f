import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Problem } from '#core/problem/problem'
import { problemOf } from '#core/problem/reader-error'
import type { Backups } from '#core/service/ports'
import type { OpenLibrary } from '../store/library/file-library'

/** Whoever opens the program wants to read first. */
const FIRST_AFTER_MS = 60_000
/** Ten of them reach back over a morning's work. */
const EVERY_MS = 20 * 60_000

interface Keeping {
  readonly backups: Backups
  readonly library: Pick<OpenLibrary, 'isReadOnly' | 'upkeep' | 'expiredTrash' | 'deleteForGood'>
  /** Where to note what the last backup holds; only a cache, without which one more is made. */
  readonly notePath: string
  readonly onProblem: (problem: Problem) => void
}

/** When to do what; tests turn their own clock. */
export interface Rhythm {
  readonly firstAfterMs: number
  readonly everyMs: number
}

/**
 * Keep backups of what changes, and empty from the trash what has been there for long enough, until
 * `signal` says stop. What cannot be done is told once.
 */
export async function keepBackups(
  keeping: Keeping,
  signal: AbortSignal,
  { firstAfterMs, everyMs }: Rhythm = { firstAfterMs: FIRST_AFTER_MS, everyMs: EVERY_MS }
): Promise<void> {
  if (keeping.library.isReadOnly) return
  const told = new Set<string>()
  for (let pause = firstAfterMs; ; pause = everyMs) {
    await setTimeout(pause, null, { signal, ref: false }).catch(() => undefined)
    if (signal.aborted) return
    await keepUp(keeping).catch((thrown: unknown) => {
      const problem = problemOf(thrown)
      if (!told.has(problem.code)) keeping.onProblem(problem)
      told.add(problem.code)
    })
  }
}

/** One round: a backup if anything has changed, then the trash. */
export async function keepUp({ backups, library, notePath }: Omit<Keeping, 'onProblem'>): Promise<void> {
  const state = await library.upkeep.fingerprint()
  if (state !== (await readNote(notePath))) {
    await backups.make('automatic')
    await writeNote(notePath, state)
  }
  const expired = await library.expiredTrash()
  if (expired.briefings.length + expired.annotations.length === 0) return
  await backups.make('before-emptying')
  await library.deleteForGood(expired)
}

async function readNote(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

async function writeNote(path: string, state: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined)
  await writeFile(path, state).catch(() => undefined)
}
