import { resolve } from 'node:path'
import { PROJECT_ROOT } from '../setup/project-root.mjs'

/** Where the corpora lie: beside the project, unless `BRIEFING_READER_CORPORA` says otherwise. */
export function corporaFolder(environment = process.env) {
  return environment['BRIEFING_READER_CORPORA'] || resolve(PROJECT_ROOT, '..', 'shared', 'corpora')
}
