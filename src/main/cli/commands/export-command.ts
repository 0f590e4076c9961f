import { countsInWords, warningInWords } from '#core/audience/preflight-words'
import { exportDocument } from '#core/documents/documents'
import type { NotesForm } from '#core/print/notes-form'
import { ReaderError } from '#core/problem/reader-error'
import { missingInWords } from '#core/print/missing-in-words'
import { result, type Command, type CommandContext, type CommandResult } from '../command'
import { counted } from '#core/text/counted'
import { textOption } from '../option-values'
import { EXPORT_OPTIONS, EXPORT_USAGE, exportOptionsIn } from './export-options'

/** `export ID… --pdf OUT …` */
export const exportCommand: Command = {
  name: 'export',
  usage: `export ID… --pdf OUT ${EXPORT_USAGE}`,
  purpose:
    'an annotated PDF; several briefings become a pack in the order given; D is the day that it says it was made; MARK is the id of a highlight that the summary quotes',
  options: EXPORT_OPTIONS,
  positionals: { min: 1, max: Infinity },
  run: (context) => exportPdf(context, [...context.positionals])
}

/** What is said of where the notes stand. */
const FORMS: Readonly<Record<NotesForm, string>> = {
  margin: 'notes in the margin',
  end: 'notes at the end',
  none: 'no notes',
  only: 'quotes and notes only'
}

/** Export briefings as the options of a command line say. */
export async function exportPdf(
  { api, values, resolve, aimPdf }: CommandContext,
  ids: string[]
): Promise<CommandResult> {
  const out = textOption(values, 'pdf')
  if (out === undefined) throw new ReaderError({ code: 'usage', detail: 'export needs --pdf OUT' })
  aimPdf({ path: resolve(out), replace: values['force'] === true })
  const wanted = { ids, options: exportOptionsIn(values) }
  await findAll(wanted.options.summary ?? [], { api, ids })
  // What fails does so before there is a file.
  const flight = await api.preflight(wanted)
  const exported = await api.exportPdf(wanted)
  if (exported === null) return result({})
  const isFiltered = flight.profile !== null
  return result({
    text: `${exported.path}\n`,
    document: exportDocument(exported),
    remarks: [
      `${counted(exported.pages, 'page')}, ${counted(exported.annotations, 'mark')}, ${FORMS[exported.form]}`,
      ...(isFiltered ? [countsInWords(flight)] : []),
      ...flight.warnings.map(warningInWords),
      ...(exported.missingLetters === '' ? [] : [missingInWords(exported.missingLetters)])
    ]
  })
}

/** A summary without a mark that was asked for would not be the one that was meant. */
async function findAll(
  marks: readonly string[],
  { api, ids }: { readonly api: CommandContext['api']; readonly ids: readonly string[] }
): Promise<void> {
  if (marks.length === 0) return
  const known = new Set<string>()
  for (const briefing of ids) for (const { id } of await api.listAnnotations({ briefing })) known.add(id)
  const unknown = marks.find((id) => !known.has(id))
  if (unknown !== undefined) throw new ReaderError({ code: 'annotation-unknown', id: unknown })
}
