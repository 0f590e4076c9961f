import { readFile } from 'node:fs/promises'
import { openLibrary } from '../../../src/main/store/open-library'
import type { Step } from './operations'
import { perform } from './perform'

/**
 * Does the steps in a file, one line of JSON each, and writes each answer with its number when it is there.
 * The full stop at the end tells a whole line from one that the kill cut.
 */
const [path = '', folder = '', stepsFile = ''] = process.argv.slice(2)
const lines = (await readFile(stepsFile, 'utf8')).trimEnd().split('\n')
let now = ''
const library = await openLibrary({
  ...{ path, configFolder: `${folder}/config`, cacheFolder: `${folder}/cache`, create: true },
  clock: () => now
})
for (const [number, line] of lines.entries()) {
  const step: Step = JSON.parse(line)
  now = step.now
  process.stdout.write(`${number} ${await perform(library, step)}.\n`)
}
setInterval(() => undefined, 1_000)
