import { annotationsDocument } from '#core/documents/documents'
import { ReaderError } from '#core/problem/reader-error'
import { result, type Command } from '../command'
import { choiceOption, countOption } from '../option-values'

/** `annotations [ID] [--edition N] [--format json|jsonld|md|csv|html]` */
export const annotationsCommand: Command = {
  name: 'annotations',
  usage: 'annotations [ID] [--edition N] [--format json|jsonld|md|csv|html]',
  purpose: 'the marks of one briefing, or of all',
  options: { edition: { type: 'string' }, format: { type: 'string' } },
  positionals: { min: 0, max: 1 },
  async run({ api, positionals: [briefing], values }) {
    const format = choiceOption(values, 'format', ['json', 'jsonld', 'md', 'csv', 'html']) ?? 'md'
    const edition = countOption(values, 'edition')
    if (edition !== undefined && briefing === undefined)
      throw new ReaderError({ code: 'usage', detail: '--edition needs the ID of a briefing' })
    if (format === 'jsonld') {
      const text = await api.writeAnnotations({ briefing, edition, format })
      return result({ text, document: JSON.parse(text) })
    }
    const document = annotationsDocument(await api.listAnnotations({ briefing, edition }))
    if (format === 'json') return result({ text: `${JSON.stringify(document)}\n`, document })
    return result({ text: await api.writeAnnotations({ briefing, edition, format }), document })
  }
}
