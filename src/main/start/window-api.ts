import type { ReaderApi } from '#core/contract/api'
import { ReaderError } from '#core/problem/reader-error'

/**
 * What of the use cases the page may ask for. A page that was taken over must not write or read where
 * no person pointed, so backups are those of the list, and where a copy goes the person chooses.
 */
export function apiForWindow(service: ReaderApi, onOpen: (briefing: string) => void): ReaderApi {
  async function listed(path: string): Promise<{ path: string }> {
    const { backups } = await service.listBackups()
    if (!backups.some((backup) => backup.path === path))
      throw new ReaderError({ code: 'backup-unreadable', path })
    return { path }
  }
  return {
    ...service,
    openBriefing(input) {
      onOpen(input.id)
      return service.openBriefing(input)
    },
    saveFullBackup: () => service.saveFullBackup({}),
    compareBackup: async ({ path }) => service.compareBackup(await listed(path)),
    restoreBackup: async ({ path }) => service.restoreBackup(await listed(path)),
    unpackBackup: async ({ target }) => {
      throw new ReaderError({ code: 'output-unwritable', path: target })
    }
  }
}
