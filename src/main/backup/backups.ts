import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Backup, BackupReason, RestorePlan } from '#core/backup/backup'
import { ReaderError } from '#core/problem/reader-error'
import type { Backups } from '#core/service/ports'
import { writing } from '../store/files/failures'
import type { FileSystem } from '../store/files/file-system'
import { nodeFiles } from '../store/files/node-files'
import type { OpenLibrary } from '../store/library/file-library'
import { openLibrary } from '../store/open-library'
import { readBackups } from './backup-folder'
import { folderOfBackups } from './backup-places'
import type { BackUp } from './back-up'
import { lookUpIn } from './look-up'
import { type NowAndThen, planRestore, restoreLibrary } from './restore-library'

interface BackupsOptions {
  readonly library: OpenLibrary
  /** The folder under which backups go by default: the program's own. */
  readonly usualFolder: string
  /** What the person chose instead, or `null`. */
  readonly chosenFolder: () => Promise<string | null>
  /** RFC 3339 in UTC. */
  readonly now: () => string
  /** The program's name and version. */
  readonly program: string
  readonly backUp: BackUp
  readonly unpack: (path: string, target: string) => Promise<readonly string[]>
  readonly files?: FileSystem
}

/** The backups of one library. They are made one after the other. */
export function createBackups(options: BackupsOptions): Backups {
  const { library, usualFolder, chosenFolder, now, program, backUp, unpack, files = nodeFiles } = options
  const folder = async (): Promise<string> =>
    folderOfBackups((await chosenFolder()) ?? usualFolder, library.root)

  async function make(reason: BackupReason, target: string | null): Promise<Backup> {
    const order = { root: library.root, folder: await folder(), target, reason, made: now(), program }
    try {
      return await writing({ library: order.folder, path: target ?? order.folder }, () => backUp(order))
    } catch (cause) {
      if (cause instanceof ReaderError && cause.problem.code === 'disk-full') throw cause
      throw new ReaderError({ code: 'backup-failed', path: target ?? order.folder }, { cause })
    }
  }

  /** The backup is unpacked elsewhere and read there, as any library is. */
  async function withThen<Result>(path: string, use: (both: NowAndThen) => Promise<Result>): Promise<Result> {
    const place = await mkdtemp(join(tmpdir(), 'briefing-reader-restore-'))
    try {
      const damaged = await unpack(path, join(place, 'library'))
      const then = await openLibrary({
        path: join(place, 'library'),
        configFolder: join(place, 'config'),
        cacheFolder: join(place, 'cache'),
        clock: now,
        create: false
      })
      try {
        return await use({ now: library, then, damaged })
      } finally {
        await then.close()
      }
    } finally {
      await rm(place, { recursive: true, force: true })
    }
  }

  return {
    list: async () => ({ folder: await folder(), backups: await readBackups(files, await folder()) }),
    make: (reason) => make(reason, null),
    makeFull: (target) => make('asked-for', target),
    compare: (path) => withThen(path, planRestore),
    restore: (path): Promise<RestorePlan> =>
      withThen(path, async (both) => {
        await make('before-restoring', null)
        return restoreLibrary(both)
      }),
    async unpack(path, target) {
      const parent = await files.stamp(dirname(target))
      if (parent === null) throw new ReaderError({ code: 'output-unwritable', path: target })
      return unpack(path, target)
    },
    async repair() {
      const backups = await readBackups(files, await folder())
      return library.upkeep.mend(lookUpIn(backups.map(({ path }) => path)))
    }
  }
}
