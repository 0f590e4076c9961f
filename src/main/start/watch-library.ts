import { setTimeout } from 'node:timers/promises'
import type { OpenLibrary } from '../store/library/file-library'

/** A change is to show within two seconds; half of them is for finding it. */
const LOOK_EVERY_MS = 1_000

interface Watching {
  readonly library: Pick<OpenLibrary, 'upkeep'>
  /** The briefing that is being read. */
  readonly open: () => string | null
  /** Whether anybody would see a change. */
  readonly isSeen: () => boolean
  readonly onChange: () => void
}

/** Look for what other devices change in the library until `signal` says stop. */
export async function watchLibrary(
  { library, open, isSeen, onChange }: Watching,
  signal: AbortSignal
): Promise<void> {
  while (!signal.aborted) {
    await setTimeout(LOOK_EVERY_MS, null, { signal, ref: false }).catch(() => undefined)
    if (signal.aborted || !isSeen()) continue
    // A drive that is away for a moment is told of when the person asks for something on it.
    const changed = await library.upkeep.lookForChanges(open()).catch(() => [])
    if (changed.length > 0 && !signal.aborted) onChange()
  }
}
