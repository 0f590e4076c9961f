import type { LibraryReport, ReaderApi } from '../contract/api'
import type { ReaderHost } from './ports'

/** The use cases that look whether the library is whole, and mend it. */
export function checkCalls({
  library,
  backups
}: ReaderHost): Pick<ReaderApi, 'checkLibrary' | 'repairLibrary'> {
  async function checkLibrary(): Promise<LibraryReport> {
    const summaries = await library.list()
    const annotations = summaries.reduce((sum, summary) => sum + summary.annotations, 0)
    return { briefings: summaries.length, annotations, faults: await library.check() }
  }
  return {
    checkLibrary,
    async repairLibrary() {
      const before = await checkLibrary()
      if (before.faults.length === 0) return { repaired: [], report: before }
      await backups.make('before-repairing')
      return { repaired: await backups.repair(), report: await checkLibrary() }
    }
  }
}
