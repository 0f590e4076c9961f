import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

/** Where the program keeps what. */
export interface Places {
  readonly library: string
  /** Settings and this device's id. */
  readonly config: string
  /** What can be made again. */
  readonly cache: string
  readonly logs: string
  /** Where backups go unless the person chose another place: outside the library. */
  readonly backups: string
  /** The browser engine's own files; one folder per library, so that two libraries can be open at once. */
  readonly profile: string
}

/**
 * Decide where everything lies.
 *
 * The library lies in the program's own folder unless the person says otherwise: the same place for
 * the window and the command line. `BRIEFING_READER_LIBRARY` and `BRIEFING_READER_USER_DATA` move the
 * two, which tests and portable installations need.
 */
export function decidePlaces(options: {
  readonly userData: string
  readonly library: string | null
  readonly environment: Readonly<Record<string, string | undefined>>
}): Places {
  const { environment } = options
  const config = resolve(environment['BRIEFING_READER_USER_DATA'] ?? options.userData)
  const usual = join(config, 'library')
  const library = resolve(options.library ?? environment['BRIEFING_READER_LIBRARY'] ?? usual)
  const key = createHash('sha256').update(library).digest('hex').slice(0, 16)
  return {
    library,
    config,
    cache: join(config, 'cache', key),
    logs: join(config, 'logs'),
    backups: join(config, 'backups'),
    profile: join(config, 'profiles', key)
  }
}
