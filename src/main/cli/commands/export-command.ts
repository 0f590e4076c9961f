import * as v from 'valibot'
import { countsInWords, warningInWords } from '#core/audience/preflight-words'
import type { Attachments } from '#core/audience/profile'
import { MAX_MARKING_LENGTH, MarkingSchema } from '#core/marking/marking'
import type { ReaderApi } from '#core/contract/api'
import { TEXT_SIZES } from '#core/print/export-options'
import { exportDocument } from '#core/documents/documents'
import type { NotesForm } from '#core/print/notes-form'
import { ReaderError } from '#core/problem/reader-error'
import { missingInWords } from '#core/print/missing-in-words'
import { result, type Command, type CommandContext, type CommandResult, type OptionValues } from '../command'
import { counted } from '../counted'
import { choiceOption, numberOption, textOption } from '../option-values'

/** How a PDF is wanted. */
export const EXPORT_OPTIONS = {
  pdf: { type: 'string' },
  force: { type: 'boolean' },
  notes: { type: 'string' },
  title: { type: 'string' },
  paper: { type: 'string' },
  margins: { type: 'string' },
  'text-size': { type: 'string' },
  typeface: { type: 'string' },
  greyscale: { type: 'boolean' },
  date: { type: 'string' },
  'visual-only': { type: 'boolean' },
  marking: { type: 'string' },
  profile: { type: 'string' },
  attach: { type: 'boolean' },
  'attach-annotations': { type: 'boolean' }
} as const satisfies Command['options']

/** `export ID… --pdf OUT …` */
export const exportCommand: Command = {
  name: 'export',
  usage:
    'export ID… --pdf OUT [--force] [--notes auto|margin|end|none|only] [--title T] [--paper a4|letter] [--margins narrow|normal|wide] [--text-size POINTS] [--typeface serif|sans] [--greyscale] [--date D] [--visual-only] [--marking M] [--profile P] [--attach | --attach-annotations]',
  purpose: 'an annotated PDF; D is the day that it says it was made',
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
  const wanted = { ids, options: optionsOf(values) }
  const exported = await api.exportPdf(wanted)
  if (exported === null) return result({})
  const flight = await api.preflight(wanted)
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

/** How a PDF is wanted, by the options of a command line. */
function optionsOf(values: OptionValues): Parameters<ReaderApi['exportPdf']>[0]['options'] {
  return {
    notes: choiceOption(values, 'notes', ['auto', 'margin', 'end', 'none', 'only']),
    paper: choiceOption(values, 'paper', ['a4', 'letter']),
    margins: choiceOption(values, 'margins', ['narrow', 'normal', 'wide']),
    textSize: numberOption(values, 'text-size', TEXT_SIZES),
    typeface: choiceOption(values, 'typeface', ['serif', 'sans']),
    color: values['greyscale'] === true ? 'greyscale' : 'colour',
    title: textOption(values, 'title'),
    nativeAnnotations: values['visual-only'] !== true,
    producedOn: momentOf(textOption(values, 'date')),
    marking: markingOf(textOption(values, 'marking')),
    profile: textOption(values, 'profile'),
    attachments: attachmentsOf(values)
  }
}

/** @throws ReaderError `usage` */
function markingOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const marking = v.safeParse(MarkingSchema, given)
  if (marking.success) return marking.output
  throw new ReaderError({
    code: 'usage',
    detail: `--marking is a line of 1 to ${MAX_MARKING_LENGTH} letters, not "${given}"`
  })
}

/** What goes along; undefined leaves it to the profile. */
function attachmentsOf(values: OptionValues): Attachments | undefined {
  if (values['attach'] === true) return 'all'
  return values['attach-annotations'] === true ? 'annotations' : undefined
}

/** A day is taken as noon in UTC, so that it is the same day nearly everywhere. */
function momentOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/u.test(date) ? `${date}T12:00:00Z` : date)
  if (Number.isNaN(moment.getTime())) {
    throw new ReaderError({ code: 'usage', detail: `--date is a day such as 2024-01-16, not "${date}"` })
  }
  return moment.toISOString()
}
