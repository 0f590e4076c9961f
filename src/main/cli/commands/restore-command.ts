import type { LeftPassage, RestorePlan } from '#core/backup/backup'
import type { ReaderApi } from '#core/contract/api'
import { restoreDocument } from '#core/documents/backup-documents'
import { ReaderError } from '#core/problem/reader-error'
import { type CommandContext, type CommandResult, result, type Command } from '../command'
import { counted } from '#core/text/counted'
import { textOption } from '../option-values'

/** `restore [BACKUP] [--dry-run] [--into DIR]` */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore [BACKUP] [--dry-run] [--into DIR]',
  purpose:
    'bring back what a backup holds: BACKUP is a zip or a number of --list, else the newest; --into: a library of its own',
  options: { 'dry-run': { type: 'boolean' }, into: { type: 'string' } },
  positionals: { min: 0, max: 1 },
  async run(context) {
    const { api, values, resolve } = context
    const path = await chosen(context)
    const into = textOption(values, 'into')
    const dryRun = values['dry-run'] === true
    if (into === undefined) {
      const plan = await (dryRun ? api.compareBackup({ path }) : api.restoreBackup({ path }))
      const failures = [...plan.damaged.map(damageLine), ...plan.left.map(leftLine)]
      return result({ text: textOf(plan, dryRun), document: restoreDocument(path, dryRun, plan), failures })
    }
    if (dryRun) throw new ReaderError({ code: 'usage', detail: '--dry-run and --into do not go together' })
    return unpacked(api, path, resolve(into))
  }
}

async function chosen({ api, positionals, resolve }: CommandContext): Promise<string> {
  const [wanted] = positionals
  if (wanted !== undefined && !/^\d+$/u.test(wanted)) return resolve(wanted)
  const { folder, backups } = await api.listBackups()
  const found = backups.find(({ sequence }) => wanted === undefined || sequence === Number(wanted))
  if (found === undefined) throw new ReaderError({ code: 'backup-unknown', folder })
  return found.path
}

async function unpacked(api: ReaderApi, path: string, library: string): Promise<CommandResult> {
  const damaged = [...(await api.unpackBackup({ path, target: library }))]
  return result({
    text: `${library}\n`,
    document: { file: path, library, damaged },
    failures: damaged.map(damageLine)
  })
}

function textOf({ briefings, added, changed, titles, markings }: RestorePlan, dryRun: boolean): string {
  const lines = [
    ...briefings.map(({ id, title }) => `briefing back  ${id}  ${title}`),
    ...added.map(({ briefing, quote }) => `mark back      ${briefing}  ${quote}`),
    ...changed.map(({ briefing, quote }) => `mark as it was ${briefing}  ${quote}`),
    ...titles.map(({ id, from, to }) => `title as it was ${id}  ${to} (now ${from})`),
    ...markings.map(({ briefing, marking, quote }) => `marking back   ${briefing}  ${marking}  ${quote}`)
  ].map((line) => `${line.replace(/\s*\n\s*/gu, ' ')}\n`)
  const count = counted(lines.length, 'change')
  return `${lines.join('')}${dryRun ? `${count} would be made; nothing was changed.` : `${count} made.`}\n`
}

function leftLine({ briefing, quote }: LeftPassage): string {
  const words = quote.replace(/\s+/gu, ' ')
  return `What was marked in ${briefing} at “${words}” is of an edition that was taken back, so it was not restored; import that edition again first.`
}

function damageLine(path: string): string {
  return `${path} is damaged or missing in this backup, so it was not restored; an earlier backup may have it.`
}
