import type { Problem } from '#core/problem/problem'

/** What a failed call to the disk means to the person who named the path; other failures are bugs. */
export function diskProblem(error: unknown, path: string): Problem {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file-missing', path }
    case 'EISDIR':
    case 'ENXIO':
    case 'ENODEV':
    case 'EOPNOTSUPP':
      // A socket, or a device without a driver, cannot even be opened.
      return { code: 'file-not-regular', path }
    case null:
      throw error
    default:
      return { code: 'file-unreadable', path }
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
