import { messageFor } from './message-for'
import type { Problem } from './problem'

/** A failure that a person should hear of: `problem` says which, `message` is its sentence. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError'
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(messageFor(problem), options)
    this.problem = problem
  }
}

/** The problem behind anything that was thrown; what is not ours is `unexpected`. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ReaderError ? thrown.problem : { code: 'unexpected' }
}
