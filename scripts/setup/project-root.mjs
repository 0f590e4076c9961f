import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const PROJECT_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What set-up remembers and logs; git ignores it, and deleting it only costs time. */
export const SET_UP_FOLDER = resolve(PROJECT_ROOT, '.setup')
