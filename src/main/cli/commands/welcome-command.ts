import { result, type Command } from '../command'
import { exportPdf } from './export-command'
import { EXPORT_OPTIONS } from './export-options'

/** `welcome [--pdf OUT] …` */
export const welcomeCommand: Command = {
  name: 'welcome',
  usage: 'welcome [--pdf OUT] [--force]',
  purpose: 'bring in the welcome briefing with its sample marks, and export it',
  options: EXPORT_OPTIONS,
  positionals: { min: 0, max: 0 },
  async run(context) {
    const id = await context.importWelcome()
    if (context.values['pdf'] === undefined) return result({ text: `${id}\n`, document: { id } })
    return exportPdf(context, [id])
  }
}
