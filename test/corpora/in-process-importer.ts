import { createImporter, type ImporterParts } from '../../src/main/import/create-importer'
import { readBriefing } from '../../src/main/import/read-briefing'
import type { Jobs } from '../../src/main/worker/jobs'
import type { Importer } from '../../src/core/service/ports'

/** The job that importing needs, in this process: the same code without the process around it. */
export const inProcessWorker: ImporterParts['worker'] = {
  // The table has one job here; the worker's own tests run it where it belongs.
  run: ((job: keyof Jobs, input: Parameters<typeof readBriefing>[0]) =>
    job === 'readBriefing'
      ? readBriefing(structuredClone(input))
      : Promise.reject(new Error(`no such job here: ${job}`))) as ImporterParts['worker']['run']
}

/** An importer that understands files in this process. */
export function importerInProcess(parts: Partial<ImporterParts> = {}): Importer {
  return createImporter({ worker: inProcessWorker, ...parts })
}
