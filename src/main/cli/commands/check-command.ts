import type { LibraryReport } from '#core/contract/api'
import { checkDocument } from '#core/documents/documents'
import { type CommandResult, result, type Command } from '../command'
import { counted } from '#core/text/counted'

/** `check [--repair]` */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check [--repair]',
  purpose:
    'read every file of the library and prove that every mark is where it says; --repair: mend what can be mended',
  options: { repair: { type: 'boolean' } },
  positionals: { min: 0, max: 0 },
  async run({ api, values }) {
    if (values['repair'] !== true) return resultOf(await api.checkLibrary())
    const { repaired, report } = await api.repairLibrary()
    return resultOf(report, repaired)
  }
}

function resultOf(report: LibraryReport, repaired?: readonly string[]): CommandResult {
  const document = {
    ...checkDocument(report),
    ...(repaired === undefined ? {} : { repaired: [...repaired] })
  }
  const summary = `${counted(report.briefings, 'briefing')}, ${counted(report.annotations, 'mark')}`
  const sound = document.ok ? [`The library is sound: ${summary}.`] : []
  return result({
    text: [...(repaired ?? []), ...sound].map((line) => `${line}\n`).join(''),
    document,
    failures: report.faults.map(({ message }) => message)
  })
}
