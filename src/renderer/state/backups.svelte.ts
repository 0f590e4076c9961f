import type { Backup, BackupList, RestorePlan } from '#core/backup/backup'
import type { RepairReport } from '#core/contract/api'
import { words } from '../words/english'
import type { Notices } from './notices.svelte'
import type { PageApi } from './page-api'

/** What the backups need of the window around them. */
export interface BackupsContext {
  readonly api: PageApi
  readonly notices: Notices
  readonly refresh: () => Promise<void>
}

/** A backup that is about to be restored, and what that would change. */
export interface Restoring {
  readonly backup: Backup
  /** `null` while it is worked out. */
  readonly plan: RestorePlan | null
}

/** Making backups, and bringing back what they hold. */
export class BackupsState {
  /** `null` until it was read. */
  list = $state.raw<BackupList | null>(null)
  /** What is being done, in words; `null` when nothing is. */
  working = $state<string | null>(null)
  restoring = $state.raw<Restoring | null>(null)
  repair = $state.raw<RepairReport | null>(null)
  readonly #context: BackupsContext

  constructor(context: BackupsContext) {
    this.#context = context
  }

  async load(): Promise<void> {
    const { api, notices } = this.#context
    await notices.attempt(async () => {
      this.list = await api.listBackups()
    })
  }

  async make(): Promise<void> {
    await this.#work(words.backups.making, async () => {
      await this.#context.api.makeBackup()
      await this.load()
    })
  }

  async saveFull(): Promise<void> {
    const { api, notices } = this.#context
    await this.#work(words.backups.making, async () => {
      const saved = await api.saveFullBackup({})
      if (saved === null) return
      const show = { label: words.actions.show, run: () => void api.showFile({ path: saved.path }) }
      notices.tell(words.backups.savedFull, show)
    })
  }

  async chooseFolder(): Promise<void> {
    await this.#work(words.backups.choosing, async () => {
      const list = await this.#context.api.chooseBackupFolder()
      if (list !== null) this.list = list
    })
  }

  /** Work out what restoring would change; nothing is changed before `restore`. */
  async ask(backup: Backup): Promise<void> {
    const { api, notices } = this.#context
    this.restoring = { backup, plan: null }
    const done = await notices.attempt(async () => {
      const plan = await api.compareBackup({ path: backup.path })
      if (this.restoring?.backup === backup) this.restoring = { backup, plan }
    })
    if (!done) this.restoring = null
  }

  async restore(): Promise<void> {
    const { api, notices, refresh } = this.#context
    const { restoring } = this
    if (restoring === null) return
    await this.#work(words.backups.restoring, async () => {
      await api.restoreBackup({ path: restoring.backup.path })
      await refresh()
      await this.load()
      notices.tell(words.backups.restored)
    })
    this.restoring = null
  }

  /** Read the whole library, and mend what can be mended. */
  async check(): Promise<void> {
    const { api, refresh } = this.#context
    await this.#work(words.backups.checking, async () => {
      this.repair = await api.repairLibrary()
      if (this.repair.repaired.length > 0) await refresh()
      await this.load()
    })
  }

  async #work(words: string, work: () => Promise<void>): Promise<void> {
    if (this.working !== null) return
    this.working = words
    await this.#context.notices.attempt(work)
    this.working = null
  }
}
