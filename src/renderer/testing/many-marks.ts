import { describeRange } from '#core/anchor/describe-range'
import type { Annotation } from '#core/annotation/annotation'
import { bareMark } from '#core/testing/bare-mark'
import { canonicalText } from '#core/text/canonical-text'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'

/** A briefing of so many numbered paragraphs. */
export function numberedParagraphs(amount: number): Root {
  const paragraph = (index: number) =>
    element('p', [text(`Paragraph ${index} tells what was agreed on that day, and what is still open.`)])
  return { type: 'root', children: Array.from({ length: amount }, (_, index) => paragraph(index)) }
}

/** A mark on the first two words of each paragraph of a briefing; `say` may change each. */
export function markEach(
  root: Root,
  briefing: string,
  say: (index: number) => Partial<Annotation> = () => ({})
): readonly Annotation[] {
  const canonical = canonicalText(root)
  let start = 0
  return canonical.split('\n').map((line, index) => {
    const end = start + line.indexOf(' tells')
    const anchor = describeRange(canonical, { start, end })
    start += line.length + 1
    return { ...numberedMark(index), briefing, anchor, ...say(index) }
  })
}

function numberedMark(index: number): Omit<Annotation, 'briefing' | 'anchor'> {
  const time = new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString()
  const id = `0000${index.toString(16).padStart(4, '0')}-0000-7000-8000-000000000000`.slice(-36)
  return { id, edition: 1, ...bareMark(time) }
}
