import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's folder. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../..')

/** Paths of all files that git tracks and that are there. */
export function projectFiles(): readonly string[] {
  const deleted = new Set(listFiles('--deleted'))
  return listFiles('--cached').filter((path) => !deleted.has(path))
}

/** A file's text. */
export function textOf(path: string): string {
  return readFileSync(join(PROJECT_ROOT, path), 'utf8')
}

/** Whether a file is text: one with a NUL in it is a picture, a font or the like. */
export function isText(path: string): boolean {
  return !readFileSync(join(PROJECT_ROOT, path)).includes(0)
}

function listFiles(which: '--cached' | '--deleted'): readonly string[] {
  const options = { cwd: PROJECT_ROOT, encoding: 'utf8' } as const
  return execFileSync('git', ['ls-files', which, '-z'], options)
    .split('\0')
    .filter((path) => path !== '')
}
