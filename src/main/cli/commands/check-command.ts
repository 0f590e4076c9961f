import { checkDocument } from '#core/documents/documents'
import { result, type Command } from '../command'
import { counted } from '../counted'

/** `check` */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check',
  purpose: 'read every file of the library and prove that every mark is where it says',
  options: {},
  positionals: { min: 0, max: 0 },
  async run({ api }) {
    const report = await api.checkLibrary()
    const document = checkDocument(report)
    const summary = `${counted(report.briefings, 'briefing')}, ${counted(report.annotations, 'mark')}`
    return result({
      text: document.ok ? `The library is sound: ${summary}.\n` : '',
      document,
      failures: report.faults.map(({ message }) => message)
    })
  }
}
