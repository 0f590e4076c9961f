import { type AnnotatedBriefing, factsOf, groupsOf, type ListedAnnotation } from './annotation-list'

/** Quotes as Markdown block quotes, each with its facts, note and tags below. */
export function annotationsMarkdown(briefings: readonly AnnotatedBriefing[]): string {
  const sections = briefings.map((briefing) => {
    const groups = groupsOf(briefing).flatMap(({ heading, annotations }) => [
      ...(heading === null ? [] : [`## ${heading}`]),
      annotations.map(markdownOf).join('\n\n---\n\n')
    ])
    return [`# ${asTyped(briefing.title)}`, briefing.date ?? '', ...groups]
      .filter((part) => part !== '')
      .join('\n\n')
  })
  return `${sections.join('\n\n')}\n`
}

function markdownOf(listed: ListedAnnotation): string {
  const { quote, note, tags } = listed.annotation
  const lines = quote === '' ? [] : quote.split('\n').map((line) => `> ${asTyped(line)}`)
  const [first = '', ...others] = factsOf(listed)
  const facts = [`**${asTyped(first)}**`, ...others.map(asTyped)].join(' · ')
  const labels = tags.map((tag) => `#${tag.replace(/\s+/gu, '-')}`).join(' ')
  return [lines.join('\n>\n'), facts, note, labels].filter((part) => part !== '').join('\n\n')
}

/** Words that are no Markdown, on one line, so that they read as they stand (CommonMark 0.31, section 2.4). */
function asTyped(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>~|]/gu, '\\$&')
    .replace(/^(\s*)([#+=-]|\d+(?=[.)]))/u, (_, space: string, sign: string) =>
      /\d/u.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`
    )
}
