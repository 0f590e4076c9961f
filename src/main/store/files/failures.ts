import { ReaderError } from '#core/problem/reader-error'
import type { Problem } from '#core/problem/problem'

/** The system's name for what went wrong (`ENOSPC`, …), or `null` when it was not the system. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Whether something failed because there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
}

/** Where a failure happened: `library` is named when the file itself would mean nothing to a person. */
export interface Place {
  readonly library: string
  readonly path: string
}

/** Write; what the system refuses becomes what the person should hear. */
export async function writing<Result>(place: Place, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (cause) {
    const problem = problemOfWriting(codeOf(cause), place)
    if (cause instanceof ReaderError || problem === null) throw cause
    throw new ReaderError(problem, { cause })
  }
}

/** Read; what the system refuses becomes what the person should hear. */
export async function reading<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (cause) {
    if (cause instanceof ReaderError || codeOf(cause) === null) throw cause
    throw new ReaderError({ code: 'library-unreadable', path }, { cause })
  }
}

function problemOfWriting(code: string | null, { library, path }: Place): Problem | null {
  switch (code) {
    case null:
      return null
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path }
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'library-missing', path: library }
    default:
      return { code: 'library-not-saved', path: library }
  }
}
