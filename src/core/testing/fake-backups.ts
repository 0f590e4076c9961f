import type { Backup, BackupList, BackupReason, RestorePlan } from '../backup/backup'
import type { Backups } from '../service/ports'
import type { FakeLibrary } from './fake-library'

const NO_PLAN: RestorePlan = {
  ...{ briefings: [], added: [], changed: [], titles: [], markings: [] },
  ...{ left: [], damaged: [] }
}

/** Backups that are only counted, and a plan that a test sets. */
export class FakeBackups implements Backups {
  readonly made: Backup[] = []
  readonly restored: string[] = []
  plan: RestorePlan = NO_PLAN
  readonly #now: () => string
  readonly #library: FakeLibrary

  constructor(now: () => string, library: FakeLibrary) {
    this.#now = now
    this.#library = library
  }

  list = async (): Promise<BackupList> => ({ folder: '/backups', backups: this.made.toReversed() })
  make = async (reason: BackupReason): Promise<Backup> => {
    const sequence = this.made.length + 1
    const backup = await this.#backup(`/backups/${sequence}.zip`, { sequence, reason })
    this.made.push(backup)
    return backup
  }
  makeFull = (path: string): Promise<Backup> => this.#backup(path, { sequence: 1, reason: 'asked-for' })
  compare = async (): Promise<RestorePlan> => this.plan
  restore = async (path: string): Promise<RestorePlan> => {
    this.restored.push(path)
    return this.plan
  }
  unpack = async (): Promise<readonly string[]> => []
  repair = async (): Promise<readonly string[]> => []

  async #backup(path: string, named: Pick<Backup, 'sequence' | 'reason'>): Promise<Backup> {
    const briefings = await this.#library.list()
    const annotations = briefings.reduce((sum, briefing) => sum + briefing.annotations, 0)
    return { path, ...named, made: this.#now(), size: 1_000, briefings: briefings.length, annotations }
  }
}
