import type { ReaderApi } from '../contract/api'
import type { ReaderHost } from './ports'

type BackupCalls = Pick<
  ReaderApi,
  | 'listBackups'
  | 'makeBackup'
  | 'saveFullBackup'
  | 'compareBackup'
  | 'restoreBackup'
  | 'unpackBackup'
  | 'chooseBackupFolder'
>

/** The use cases that make backups and bring back what they hold. */
export function backupCalls({ backups, desktop, settings, now }: ReaderHost): BackupCalls {
  return {
    listBackups: () => backups.list(),
    makeBackup: () => backups.make('asked-for'),
    async saveFullBackup({ path }) {
      const target = path ?? (await desktop.chooseBackupPath(`Briefing Reader ${now().slice(0, 10)}.zip`))
      return target === null ? null : backups.makeFull(target)
    },
    compareBackup: ({ path }) => backups.compare(path),
    restoreBackup: ({ path }) => backups.restore(path),
    unpackBackup: ({ path, target }) => backups.unpack(path, target),
    async chooseBackupFolder() {
      const backupFolder = await desktop.chooseBackupFolder()
      if (backupFolder === null) return null
      await settings.save({ ...(await settings.read()), backupFolder })
      return backups.list()
    }
  }
}
