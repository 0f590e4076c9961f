import { showDocument } from '#core/documents/documents'
import { briefingHtml } from '#core/formats/briefing-html'
import { briefingMarkdown } from '#core/formats/briefing-markdown'
import { canonicalText } from '#core/text/canonical-text'
import { result, type Command } from '../command'
import { choiceOption, countOption } from '../option-values'

/** `show ID [--edition N] [--format text|md|json|html]` */
export const showCommand: Command = {
  name: 'show',
  usage: 'show ID [--edition N] [--format text|md|json|html]',
  purpose: 'a briefing; text is the canonical text, exactly',
  options: { edition: { type: 'string' }, format: { type: 'string' } },
  positionals: { min: 1, max: 1 },
  async run({ api, positionals: [id = ''], values }) {
    const format = choiceOption(values, 'format', ['text', 'md', 'json', 'html']) ?? 'text'
    const edition = countOption(values, 'edition')
    const opened = await api.openBriefing({ id, edition })
    const document = showDocument(opened, edition ?? opened.briefing.edition)
    switch (format) {
      case 'text':
        return result({ text: canonicalText(opened.tree), document })
      case 'md':
        return result({ text: briefingMarkdown(opened.briefing, opened.tree), document })
      case 'html':
        return result({ text: briefingHtml(opened.briefing, opened.tree), document })
      case 'json':
        return result({ text: `${JSON.stringify(document)}\n`, document })
    }
  }
}
