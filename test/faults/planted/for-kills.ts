import { open, readFile, rm } from 'node:fs/promises'
import { REAL, type Subject } from '../subject'

/** The most common mistake with lowdb: `db.write()` without `await`. */
export const ACKNOWLEDGED_EARLY: Subject = {
  ...REAL,
  name: 'the person is told before the change is written',
  library: (library) =>
    new Proxy(library, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        const method = member.bind(target) as (...values: unknown[]) => unknown
        if (name !== 'saveAnnotation') return method
        return async (...values: unknown[]) => {
          void Promise.resolve(method(...values)).catch(() => undefined)
          await new Promise(setImmediate)
        }
      }
    })
}

/** As much as a stream with a small buffer writes at a time. */
const PIECE = 512

/** `fs.writeFile` over the file itself: cleared first, then written piece by piece. */
export const WRITTEN_IN_PLACE: Subject = {
  ...REAL,
  name: 'files are written in place',
  files: (disk) => ({
    ...disk,
    async rename(from, to) {
      if (!from.endsWith('.tmp')) return disk.rename(from, to)
      const content = await readFile(from)
      const file = await open(to, 'w', 0o600)
      for (let at = 0; at < content.length; at += PIECE) await file.write(content.subarray(at, at + PIECE))
      await file.close()
      await rm(from)
    }
  })
}

/** What a process that is killed may be given to run. */
export const PLANTED_FOR_KILLS: readonly Subject[] = [REAL, ACKNOWLEDGED_EARLY, WRITTEN_IN_PLACE]
