import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { report, since } from './progress.mjs'
import { PROJECT_ROOT, SET_UP_FOLDER } from './project-root.mjs'
import { runProcess } from './run-process.mjs'
import { SetUpProblem } from './set-up-problem.mjs'

/** Everything that the built program is made of. */
const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'svelte.config.js',
  'package.json',
  'package-lock.json'
]

/** Without one of these the program does not start. */
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const STAMP = join(PROJECT_ROOT, 'out', '.built-from')
const LOG = join(SET_UP_FOLDER, 'build.log')

/**
 * Build the program into out/, unless it was built from exactly these sources.
 *
 * Sources are compared by content: a clone or a change of branch gives every file a new time.
 */
export async function buildProgram() {
  const sources = digestOf(PROJECT_ROOT, SOURCES)
  if (RESULTS.every(isThere) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  const start = Date.now()
  report('program', 'building …')
  const builder = join(PROJECT_ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code } = await runProcess({ command: [process.execPath, builder, 'build'], log: LOG })
  const absent = RESULTS.filter((path) => !isThere(path))
  if (code !== 0 || absent.length > 0) throw buildFailed()
  writeFileSync(STAMP, sources)
  report('program', `built in ${since(start)}`)
}

/**
 * One digest over the names and contents of files, and of all files in folders.
 *
 * @param {string} root
 * @param {readonly string[]} paths
 */
export function digestOf(root, paths) {
  const digest = createHash('sha256')
  for (const path of paths.flatMap((each) => filesUnder(root, each))) {
    const content = readFileSync(join(root, path))
    digest.update(`${path}\0${content.length}\0`).update(content)
  }
  return digest.digest('hex')
}

/**
 * Tests are no part of the program: a changed test must not cost a build.
 *
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return path.endsWith('.test.ts') ? [] : [path]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`))
}

/** @param {string} path */
function isThere(path) {
  return existsSync(join(PROJECT_ROOT, path))
}

function buildFailed() {
  const reason = reasonOfBuild(readFileSync(LOG, 'utf8'))
  return new SetUpProblem(
    `The program could not be built (${reason}): everything that the build said is in ${LOG}.`
  )
}

/**
 * The one line of a build's output that says what is wrong.
 *
 * @param {string} output
 */
export function reasonOfBuild(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
  const after = lines.slice(lines.indexOf('error during build:') + 1)
  return after.find((line) => line !== '' && !line.startsWith('Build failed')) ?? 'it gave no reason'
}
