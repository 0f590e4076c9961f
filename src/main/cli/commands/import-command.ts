import type { ImportReport, ReaderApi } from '#core/contract/api'
import { importDocument } from '#core/documents/documents'
import { messageFor } from '#core/problem/message-for'
import { result, type Command, type CommandContext } from '../command'

/** `import PATH|- …` */
export const importCommand: Command = {
  name: 'import',
  usage: 'import PATH|- …',
  purpose: 'bring in files, folders, or what comes on standard input',
  options: {},
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
      remarks: report.imported.flatMap(({ warnings }) => warnings)
    })
  }
}

async function importArgument(
  context: CommandContext,
  argument: string
): ReturnType<ReaderApi['importFiles']> {
  const { api, resolve, readStandardInput } = context
  if (argument === '-')
    return api.importBytes({ name: '-', bytes: new Uint8Array(await readStandardInput()) })
  return api.importFiles({ paths: [isAddress(argument) ? argument : resolve(argument)] })
}

function isAddress(argument: string): boolean {
  return /^https?:\/\//iu.test(argument)
}

function lineFor({ briefing, duplicate }: ImportReport['imported'][number]): string {
  const known = duplicate ? '  (already in the library)' : ''
  return `${briefing.id}  ${briefing.title}${known}\n`
}
