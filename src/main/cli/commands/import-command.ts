import type { ImportReport, ReaderApi } from '#core/contract/api'
import { importDocument } from '#core/documents/documents'
import { messageFor } from '#core/problem/message-for'
import { result, type Command, type CommandContext } from '../command'
import { textOption } from '../option-values'

/** `import PATH|- …` */
export const importCommand: Command = {
  name: 'import',
  usage: 'import PATH|- … [--edition-of ID]',
  purpose: 'bring in files, folders, or what comes on standard input',
  options: { 'edition-of': { type: 'string' } },
  positionals: { min: 1, max: Infinity },
  async run(context) {
    const reports: ImportReport[] = []
    for (const argument of context.positionals) reports.push(await importArgument(context, argument))
    const report = {
      imported: reports.flatMap(({ imported }) => imported),
      failed: reports.flatMap(({ failed }) => failed)
    }
    return result({
      text: report.imported.map(lineFor).join(''),
      document: importDocument(report),
      failures: report.failed.map(({ problem }) => messageFor(problem)),
      remarks: report.imported.flatMap(remarksOn)
    })
  }
}

async function importArgument(
  context: CommandContext,
  argument: string
): ReturnType<ReaderApi['importFiles']> {
  const { api, resolve, readStandardInput, values } = context
  const editionOf = textOption(values, 'edition-of')
  if (argument === '-')
    return api.importBytes({ name: '-', bytes: new Uint8Array(await readStandardInput()), editionOf })
  return api.importFiles({ paths: [isAddress(argument) ? argument : resolve(argument)], editionOf })
}

function isAddress(argument: string): boolean {
  return /^https?:\/\//iu.test(argument)
}

type Imported = ImportReport['imported'][number]

function lineFor({ briefing, duplicate, carried }: Imported): string {
  const edition = carried === null ? '' : `  (edition ${briefing.edition}${carriedInWords(carried)})`
  const known = duplicate ? '  (already in the library)' : ''
  return `${briefing.id}  ${briefing.title}${known}${edition}\n`
}

function carriedInWords(carried: NonNullable<Imported['carried']>): string {
  const parts = Object.entries(carried).flatMap(([status, count]) =>
    count === 0 ? [] : `${count} ${status}`
  )
  return parts.length === 0 ? '' : `; marks: ${parts.join(', ')}`
}

function remarksOn({ warnings, resembles, briefing }: Imported): readonly string[] {
  if (resembles === null) return warnings
  const { id, title } = resembles
  return [
    ...warnings,
    `“${briefing.title}” is much like “${title}”. If it is a new edition of that, import it with --edition-of ${id}.`
  ]
}
