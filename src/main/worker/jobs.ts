import { backUp } from './jobs/back-up'
import { compareTrees } from './jobs/compare-trees'
import { composePrint } from './jobs/compose-print'
import { finishPdf } from './jobs/finish-pdf'
import { measurePrint } from './jobs/measure-print'
import { readBriefing } from './jobs/read-briefing'
import { scanPdf } from './jobs/scan-pdf'
import { unpackBackup } from './jobs/unpack-backup'

/**
 * What the worker process can do, by name; a job takes and answers what structured clone can carry.
 *
 * To add one: write the function (it may throw `ReaderError`), name it here, and call it from main by
 * `workerClient.run('name', input)`. Main imports only the types of this file, so that parsers and
 * their weight stay out of it.
 */
export const jobs = {
  backUp,
  compareTrees,
  composePrint,
  finishPdf,
  measurePrint,
  readBriefing,
  scanPdf,
  unpackBackup
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs
export type JobInput<Name extends JobName> = Jobs[Name] extends (input: infer Input) => unknown
  ? Input
  : never
export type JobOutput<Name extends JobName> = Jobs[Name] extends (input: never) => infer Output
  ? Awaited<Output>
  : never
