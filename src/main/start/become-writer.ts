import { setTimeout } from 'node:timers/promises'
import { ReaderError } from '#core/problem/reader-error'
import { acquireWriter, type Writer, type WriterOptions } from '../store/lock/acquire-writer'

/** Longer than a command takes to finish. */
const PATIENCE_MS = 10_000
const LOOK_AGAIN_MS = 200

/**
 * Wait until this process may write: a window cannot hand itself over to another process, which is
 * a command that will be done in a moment.
 *
 * @throws ReaderError `library-busy` when it is not.
 */
export async function becomeWriter(options: WriterOptions): Promise<Writer> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const role = await acquireWriter(options)
    if (role.role === 'writer') return role
    if (performance.now() > deadline) {
      throw new ReaderError({ code: 'library-busy', path: options.libraryPath, holder: role.holder })
    }
    await setTimeout(LOOK_AGAIN_MS)
  }
}
