import { backupDocument } from '#core/documents/backup-documents'
import type { Backup } from '#core/backup/backup'
import { result, type Command } from '../command'
import { counted } from '#core/text/counted'
import { textOption } from '../option-values'

/** `backup [--to FILE] [--list]` */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup [--to FILE] [--list]',
  purpose: 'make a backup; --to: one zip with everything in it; --list: those there are, the newest first',
  options: { to: { type: 'string' }, list: { type: 'boolean' } },
  positionals: { min: 0, max: 0 },
  async run({ api, values, resolve }) {
    if (values['list'] === true) {
      const { folder, backups } = await api.listBackups()
      const document = { folder, backups: backups.map(backupDocument) }
      return result({ text: backups.map(lineFor).join(''), document })
    }
    const to = textOption(values, 'to')
    const backup = await (to === undefined ? api.makeBackup() : api.saveFullBackup({ path: resolve(to) }))
    if (backup === null) return result({ failures: ['No backup was made.'] })
    const held = `${counted(backup.briefings, 'briefing')}, ${counted(backup.annotations, 'mark')}`
    return result({ text: `${backup.path}\n${held}, read back whole.\n`, document: backupDocument(backup) })
  }
}

function lineFor({ sequence, made, briefings, annotations, path }: Backup): string {
  const held = `${counted(briefings, 'briefing')}, ${counted(annotations, 'mark')}`
  return `${String(sequence).padStart(6, '0')}  ${made.slice(0, 16).replace('T', ' ')}  ${held}  ${path}\n`
}
