import { COLORS, STYLES } from '../annotation/annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { dayInWords } from '../print/dates'
import { TYPE_NAMES, WORDS, WORDS_LANGUAGE } from '../print/print-words'
import { annotationPage, webAnnotations } from '../documents/web-annotation'
import type { PrintItem, PrintJob } from '../service/ports'
import { canonicalText } from '../text/canonical-text'
import type { Root, TreeNode } from '../tree/tree'
import type { AttachedFile } from './attached-file'

/** What is known of a document: all of its job but what is in the attached files. */
export interface KnownJob extends Pick<PrintJob, 'items' | 'options' | 'colorNames'> {
  readonly attachments: readonly AttachedFile[]
}

/**
 * Everything that is known to go out with a document: texts with the addresses of their links and
 * pictures, titles, the marks that were let through, what the person said of the document, and our own
 * words.
 */
export function knownTexts({ items, options, colorNames, attachments }: KnownJob): readonly string[] {
  return [
    ...items.flatMap(({ briefing, tree, annotations, markings }) => [
      canonicalText(tree),
      ...unseenIn(tree),
      ...[briefing.title, briefing.sourceUrl ?? '', briefing.marking ?? '', ...briefing.tags],
      briefing.date === null ? '' : dayInWords(briefing.date, briefing.language),
      ...markings.map(({ marking }) => marking),
      ...annotations.flatMap(wordsOf)
    ]),
    ...Object.values(options).flatMap((value) => (typeof value === 'string' ? value : [])),
    ...[...Object.values(colorNames), ...COLORS, ...STYLES],
    ...[...Object.values(WORDS), ...Object.values(TYPE_NAMES)],
    ...attachments.map(({ name }) => name),
    ...(attachments.some(({ kind }) => kind === 'annotations') ? [describedMarks(items)] : [])
  ]
}

/** What a tree says beside its text: where links lead, what pictures show and where they were. */
function unseenIn(node: Root | TreeNode): readonly string[] {
  if (node.type === 'text') return []
  const { href = '', alt = '', source = '' } = node.type === 'element' ? node.properties : {}
  return [...[href, alt, source].filter((said) => said !== ''), ...node.children.flatMap(unseenIn)]
}

/** The marks that go out as the attached file of them says it: with the words of its vocabulary. */
function describedMarks(items: readonly PrintItem[]): string {
  const all = items.flatMap(({ tree, annotations }) => webAnnotations(annotations, canonicalText(tree)))
  return JSON.stringify(annotationPage(all, ''))
}

function wordsOf({ note, quote, tags, author, owner, due, created }: PlacedAnnotation): readonly string[] {
  const days = due === null ? [created] : [created, due]
  return [note, quote, ...tags, author, owner, ...days.map((day) => dayInWords(day, WORDS_LANGUAGE))]
}
