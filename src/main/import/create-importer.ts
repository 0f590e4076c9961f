import { basename, dirname } from 'node:path'
import type { ImportedFile } from '#core/import/imported-file'
import type { Problem } from '#core/problem/problem'
import { ReaderError } from '#core/problem/reader-error'
import type { Importer } from '#core/service/ports'
import type { JobInput, JobOutput } from '../worker/jobs'
import { WorkerFailure, type WorkerClient } from '../worker/worker-client'
import { WORKER_HEAP_MEGABYTES } from '../worker/worker-process'
import { expandPaths } from './expand-paths'
import { NODE_DISK, type ImportDisk } from './import-disk'
import { fileBytes, readRegularFile, type FileBytes } from './read-regular-file'

/** What an importer works with; all but the worker has its usual value. */
export interface ImporterParts {
  readonly worker: Pick<WorkerClient, 'run'>
  /** How long reading one file may take. */
  readonly timeoutMs?: number
  readonly disk?: ImportDisk
}

/** As long as a person waits for one file; what takes longer was made to. */
const TIMEOUT_MS = 30_000

/** An importer that reads files here and understands them in the worker, where they can do no harm. */
export function createImporter({
  worker,
  timeoutMs = TIMEOUT_MS,
  disk = NODE_DISK
}: ImporterParts): Importer {
  return {
    expand: (paths) => expandPaths(paths, disk),
    async read(source) {
      if (source.kind === 'bytes') {
        const shown = source.name === '-' ? 'Standard input' : source.name
        const file = fileBytes(shown, source.bytes)
        const input = { shown, name: source.name === '-' ? '' : basename(source.name), folder: null }
        return importedFile(source.name, file, await understand({ ...input, bytes: file.bytes }))
      }
      const { path } = source
      const file = await readRegularFile(path, disk)
      const input = { shown: path, name: basename(path), folder: dirname(path), bytes: file.bytes }
      return importedFile(path, file, await understand(input))
    }
  }

  async function understand(input: JobInput<'readBriefing'>): Promise<JobOutput<'readBriefing'>> {
    try {
      return await worker.run('readBriefing', input, { timeoutMs })
    } catch (thrown) {
      if (!(thrown instanceof WorkerFailure)) throw thrown
      throw new ReaderError(problemFor(thrown, input.shown, timeoutMs), { cause: thrown })
    }
  }
}

function importedFile(source: string, file: FileBytes, read: JobOutput<'readBriefing'>): ImportedFile {
  return { source, ...file, ...read }
}

function problemFor({ reason }: WorkerFailure, path: string, timeoutMs: number): Problem {
  switch (reason) {
    case 'took-too-long':
      return { code: 'import-took-too-long', path, limitSeconds: Math.ceil(timeoutMs / 1000) }
    case 'process-ended':
      return { code: 'import-out-of-memory', path, limitMegabytes: WORKER_HEAP_MEGABYTES }
    case 'cancelled':
    case 'bug':
      return { code: 'import-failed', path }
  }
}
