import { truncate } from 'node:fs/promises'
import { codeOf } from '../../../src/main/store/files/failures'
import { REAL, type Subject } from '../subject'

/** A `catch` around a write that was meant for something harmless: a full disk is taken for success. */
export const SWALLOWED_ENOSPC: Subject = {
  ...REAL,
  name: 'a full disk is swallowed',
  files: (disk) => ({
    ...disk,
    create: async (path, mode) => {
      const file = await disk.create(path, mode)
      return {
        ...file,
        async write(bytes) {
          try {
            return await file.write(bytes)
          } catch (error) {
            if (codeOf(error) === 'ENOSPC') return bytes.length
            throw error
          }
        }
      }
    }
  })
}

/** The old content is cleared before the new gets its place, and that the second copy failed is not told. */
export const TRUNCATED_FIRST: Subject = {
  ...REAL,
  name: 'a file is cleared before it is replaced and a failed second copy is not told',
  files: (disk) => ({
    ...disk,
    async rename(from, to) {
      if (to.endsWith('.json')) await truncate(to).catch(() => undefined)
      const renamed = disk.rename(from, to)
      await (to.endsWith('.copy.json') ? renamed.catch(() => undefined) : renamed)
    }
  })
}
