import { ANNOTATION_TYPES, COLORS } from '#core/annotation/annotation'
import { webAnnotation } from '#core/documents/web-annotation'
import { ReaderError } from '#core/problem/reader-error'
import { canonicalText } from '#core/text/canonical-text'
import { result, type Command } from '../command'
import { choiceOption, textOption, textOptions } from '../option-values'

/** `annotate ID --quote Q …` */
export const annotateCommand: Command = {
  name: 'annotate',
  usage: 'annotate ID --quote Q [--prefix P] [--suffix S] [--note N] [--tag T]… [--color C] [--type T]',
  purpose: 'mark a passage; a prefix or suffix says which of several',
  options: {
    quote: { type: 'string' },
    prefix: { type: 'string' },
    suffix: { type: 'string' },
    note: { type: 'string' },
    tag: { type: 'string', multiple: true },
    color: { type: 'string' },
    type: { type: 'string' }
  },
  positionals: { min: 1, max: 1 },
  async run({ api, positionals: [briefing = ''], values }) {
    const exact = textOption(values, 'quote')
    if (exact === undefined) throw new ReaderError({ code: 'usage', detail: 'annotate needs --quote' })
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
}
