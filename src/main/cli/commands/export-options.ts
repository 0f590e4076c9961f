import * as v from 'valibot'
import type { Attachments } from '#core/audience/profile'
import { MAX_MARKING_LENGTH, MarkingSchema } from '#core/marking/marking'
import { ExportOptionsSchema, TEXT_SIZES } from '#core/print/export-options'
import type { ReaderApi } from '#core/contract/api'
import { ReaderError } from '#core/problem/reader-error'
import type { Command, OptionValues } from '../command'
import { choiceOption, numberOption, textOption, textOptions } from '../option-values'

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
  'attach-annotations': { type: 'boolean' },
  cover: { type: 'string' },
  contents: { type: 'string' },
  index: { type: 'string' },
  sources: { type: 'string' },
  'prepared-for': { type: 'string' },
  'prepared-by': { type: 'string' },
  series: { type: 'string' },
  summary: { type: 'string', multiple: true },
  taskings: { type: 'boolean' },
  questions: { type: 'boolean' }
} as const satisfies Command['options']

/** The same for the help. */
export const EXPORT_USAGE = [
  '[--force] [--notes auto|margin|end|none|only] [--title T] [--paper a4|letter]',
  '[--margins narrow|normal|wide] [--text-size POINTS] [--typeface serif|sans] [--greyscale] [--date D]',
  '[--visual-only] [--cover auto|yes|no] [--contents auto|yes|no] [--index auto|yes|no]',
  '[--sources auto|yes|no] [--prepared-for WHOM] [--prepared-by WHO] [--series S] [--summary MARK]…',
  '[--taskings] [--questions] [--marking M] [--profile P] [--attach | --attach-annotations]'
].join(' ')

/** The options of an export as a command line says them. @throws ReaderError `usage` */
export function exportOptionsIn(values: OptionValues): Parameters<ReaderApi['exportPdf']>[0]['options'] {
  return checked({
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
    attachments: attachmentsOf(values),
    ...partsIn(values)
  })
}

/** What was typed must be what an export takes: nothing empty, and nothing longer than it is printed. */
function checked(options: v.InferInput<typeof ExportOptionsSchema>): ReturnType<typeof exportOptionsIn> {
  const read = v.safeParse(ExportOptionsSchema, options)
  if (read.success) return options
  const [{ path, type, requirement }] = read.issues
  const name = String(path?.[0].key ?? '').replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
  const amount = options.summary !== undefined && name === 'summary' ? 'marks' : 'letters'
  const fault =
    type === 'max_length' ? `takes no more than ${String(requirement)} ${amount}` : 'needs a value'
  throw new ReaderError({ code: 'usage', detail: `--${name} ${fault}` })
}

/** What is printed before and behind the briefings. */
function partsIn(values: OptionValues): ReturnType<typeof exportOptionsIn> {
  const part = (name: string): 'auto' | 'yes' | 'no' | undefined =>
    choiceOption(values, name, ['auto', 'yes', 'no'])
  return {
    cover: part('cover'),
    contents: part('contents'),
    index: part('index'),
    sources: part('sources'),
    preparedFor: textOption(values, 'prepared-for'),
    preparedBy: textOption(values, 'prepared-by'),
    series: textOption(values, 'series'),
    summary: textOptions(values, 'summary'),
    taskings: values['taskings'] === true,
    questions: values['questions'] === true
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
