import type { BriefingSummary } from '#core/briefing/briefing'
import { listDocument } from '#core/documents/documents'
import { foldForSearch } from '#core/text/fold-for-search'
import { result, type Command } from '../command'
import { textOption } from '../option-values'

/** `list [--query Q]` */
export const listCommand: Command = {
  name: 'list',
  usage: 'list [--query Q]',
  purpose: 'one line per briefing; Q is looked for in titles, dates and tags',
  options: { query: { type: 'string' } },
  positionals: { min: 0, max: 0 },
  async run({ api, values }) {
    const wanted = foldForSearch(textOption(values, 'query') ?? '')
    const briefings = (await api.listBriefings()).filter((briefing) => matches(briefing, wanted))
    return result({ text: briefings.map(lineFor).join(''), document: listDocument(briefings) })
  }
}

function matches({ title, date, tags }: BriefingSummary, wanted: string): boolean {
  return [title, date ?? '', ...tags].some((field) => foldForSearch(field).includes(wanted))
}

function lineFor({ id, title, date, annotations }: BriefingSummary): string {
  const marks = annotations === 0 ? '' : `  (${annotations} ${annotations === 1 ? 'mark' : 'marks'})`
  return `${id}  ${date ?? '----------'}  ${title}${marks}\n`
}
