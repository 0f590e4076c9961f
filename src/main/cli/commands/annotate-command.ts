import { ANNOTATION_TYPES, COLORS } from '#core/annotation/annotation'
import { annotationImportDocument } from '#core/documents/interchange-documents'
import { webAnnotation } from '#core/documents/web-annotation'
import { ReaderError } from '#core/problem/reader-error'
import { canonicalText } from '#core/text/canonical-text'
import { result, type Command, type CommandContext, type CommandResult } from '../command'
import { choiceOption, textOption, textOptions } from '../option-values'

/** What describes the one mark that `--quote` makes. */
const OF_ONE_MARK = {
  quote: { type: 'string' },
  prefix: { type: 'string' },
  suffix: { type: 'string' },
  note: { type: 'string' },
  tag: { type: 'string', multiple: true },
  color: { type: 'string' },
  type: { type: 'string' }
} as const

/** `annotate ID --quote Q …`, `annotate ID --from FILE` */
export const annotateCommand: Command = {
  name: 'annotate',
  usage:
    'annotate ID --quote Q [--prefix P] [--suffix S] [--note N] [--tag T]… [--color C] [--type T] | annotate ID --from FILE|-',
  purpose: 'mark a passage; a prefix or suffix says which of several; or take over W3C Web Annotations',
  options: { ...OF_ONE_MARK, from: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  async run(context) {
    const { values } = context
    const from = textOption(values, 'from')
    if (from === undefined) return annotateQuote(context)
    const other = Object.keys(OF_ONE_MARK).find((name) => values[name] !== undefined)
    if (other !== undefined)
      throw new ReaderError({ code: 'usage', detail: `--from and --${other} do not go together` })
    return annotateFrom(context, from)
  }
}

async function annotateQuote({
  api,
  positionals: [briefing = ''],
  values
}: CommandContext): Promise<CommandResult> {
  const exact = textOption(values, 'quote')
  if (exact === undefined)
    throw new ReaderError({ code: 'usage', detail: 'annotate needs --quote or --from' })
  const annotation = await api.annotateQuote({
    briefing,
    quote: {
      exact,
      prefix: textOption(values, 'prefix') ?? '',
      suffix: textOption(values, 'suffix') ?? ''
    },
    color: choiceOption(values, 'color', COLORS),
    type: choiceOption(values, 'type', ANNOTATION_TYPES),
    note: textOption(values, 'note'),
    tags: textOptions(values, 'tag')
  })
  const { tree } = await api.openBriefing({ id: briefing, edition: annotation.edition })
  return result({
    text: `${annotation.id}\n`,
    document: webAnnotation(annotation, canonicalText(tree))
  })
}

/** What was not taken over is a failure; what lost its place is not, but is said. */
async function annotateFrom(
  { api, positionals: [briefing = ''], resolve, readFile, readStandardInput }: CommandContext,
  from: string
): Promise<CommandResult> {
  const name = from === '-' ? 'Standard input' : resolve(from)
  const bytes = new Uint8Array(from === '-' ? await readStandardInput() : await readFile(name))
  const report = await api.importAnnotations({ briefing, name, bytes })
  const { anchored, orphans, refused, remarks } = report
  return result({
    text: `${anchored.length} anchored, ${orphans.length} without a place, ${refused.length} refused\n`,
    document: annotationImportDocument(report),
    failures: refused.map(({ reason }) => reason),
    remarks: [...remarks, ...orphans.map(({ reason }) => reason)]
  })
}
