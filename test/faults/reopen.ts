import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenLibrary } from '../../src/main/store/library/file-library'
import { type LibraryOptions, openLibrary } from '../../src/main/store/open-library'
import { perform } from './changes/change'
import { isSame, lookAt } from './changes/look-at'
import { type Model, shownOf } from './changes/model'
import type { Findings } from './findings'

interface Reopening {
  readonly options: LibraryOptions
  /** What may be there: what was acknowledged and, when a change was under way, that with the change. */
  readonly allowed: readonly Model[]
  readonly findings: Findings
  /** The case, in words. */
  readonly told: string
}

/**
 * Open a library anew, as the program would after a crash, and look at everything in it. Answers which
 * of the allowed contents was found, or `null` after noting what is wrong.
 */
export async function reopen(reopening: Reopening): Promise<Model | null> {
  const { options, findings, told } = reopening
  const library = await openLibrary(options).catch((error: unknown) => {
    findings.note('unreadable', `${told}: not opened: ${String(error)}`)
    return null
  })
  if (library === null) return null
  try {
    const found = await matching(library, reopening)
    if (found !== null) await findFaults(library, reopening)
    return found
  } finally {
    await library.close()
  }
}

/** Prove that a library can be written: bring in a briefing that is not in it and mark it. */
export async function proveWritable({ options, findings, told }: Reopening): Promise<void> {
  const library = await openLibrary(options)
  try {
    await perform(library, { kind: 'import', briefing: SPARE })
    await perform(library, { kind: 'save', briefing: SPARE, mark: 'later', note: 'afterwards' })
  } catch (error) {
    findings.note('unclean', `${told}: a later change fails: ${String(error)}`)
  } finally {
    await library.close()
  }
}

/** A number that no script of changes gives a briefing. */
const SPARE = 999

async function matching(library: OpenLibrary, { allowed, findings, told }: Reopening): Promise<Model | null> {
  try {
    const shown = await lookAt(library)
    const found = allowed.find((model) => isSame(shownOf(model), shown))
    if (found !== undefined) return found
    findings.note(
      'lost',
      `${told}: shown ${JSON.stringify(shown)}, not ${JSON.stringify(allowed.map(shownOf))}`
    )
  } catch (error) {
    findings.note('unreadable', `${told}: ${String(error)}`)
  }
  return null
}

async function findFaults(library: OpenLibrary, { findings, told }: Reopening): Promise<void> {
  const faults = await library.check()
  if (faults.length > 0)
    findings.note('unclean', `${told}: ${faults.map(({ message }) => message).join(' ')}`)
  const left = await leftBehind(library)
  if (left.length > 0) findings.note('unclean', `${told}: left behind: ${left.join()}`)
}

/** Half imports, and temporary files of documents. */
async function leftBehind(library: OpenLibrary): Promise<readonly string[]> {
  const folder = join(library.root, 'briefings')
  const names = await readdir(folder)
  const inside = await Promise.all(
    names.filter((name) => !name.startsWith('.')).map((name) => readdir(join(folder, name)))
  )
  return [
    ...names.filter((name) => name.startsWith('.')),
    ...inside.flat().filter((name) => name.endsWith('.tmp'))
  ]
}
