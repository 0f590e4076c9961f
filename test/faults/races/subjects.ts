import { open } from 'node:fs/promises'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { acquireWriter } from '../../../src/main/store/lock/acquire-writer'

/** What takes part in the races: how it becomes the writer, and how it writes files. */
export interface Subject {
  readonly acquire: typeof acquireWriter
  readonly files: FileSystem
}

/** The store as it is, and with bugs planted. */
export const SUBJECTS = {
  real: { acquire: acquireWriter, files: nodeFiles },
  'lock ignored': { acquire: everybodyWrites, files: nodeFiles },
  'fixed temporary name': { acquire: acquireWriter, files: withFixedNames() }
} as const satisfies Record<string, Subject>

export type SubjectName = keyof typeof SUBJECTS

/** Whether a child was asked for something that there is. */
export function isSubject(name: string): name is SubjectName {
  return name in SUBJECTS
}

function everybodyWrites(): ReturnType<typeof acquireWriter> {
  return Promise.resolve({
    role: 'writer',
    listen: () => undefined,
    release: (last = () => Promise.resolve()) => last()
  })
}

/** As steno 4 does it (lib/index.js): `.<name>.tmp`, written over when it is there. */
function withFixedNames(): FileSystem {
  const fixed = (path: string): string => path.replace(/\.[0-9a-f]{12}\.tmp$/u, '.tmp')
  return {
    ...nodeFiles,
    create: async (path, mode) => {
      const file = await open(fixed(path), 'w', mode)
      return {
        write: async (bytes) => (await file.write(bytes)).bytesWritten,
        sync: () => file.sync(),
        setMode: (bits) => file.chmod(bits),
        close: () => file.close()
      }
    },
    rename: (from, to) => nodeFiles.rename(fixed(from), to),
    link: (from, to) => nodeFiles.link(fixed(from), to),
    removeFile: (path) => nodeFiles.removeFile(fixed(path))
  }
}
