import { COLORS, STYLES } from '../annotation/annotation'
import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { dayInWords } from '../print/dates'
import { TYPE_NAMES, WORDS, WORDS_LANGUAGE } from '../print/print-words'
import type { PrintJob } from '../service/ports'
import { canonicalText } from '../text/canonical-text'

/**
 * Everything that is known to go out with a document: texts, titles, the marks that were let through,
 * what the person said of the document, and our own words.
 */
export function knownTexts({ items, options, colorNames }: KnownJob): readonly string[] {
  return [
    ...items.flatMap(({ briefing, tree, annotations, markings }) => [
      canonicalText(tree),
      ...[briefing.title, briefing.sourceUrl ?? '', briefing.marking ?? '', ...briefing.tags],
      briefing.date === null ? '' : dayInWords(briefing.date, briefing.language),
      ...markings.map(({ marking }) => marking),
      ...annotations.flatMap(wordsOf)
    ]),
    ...Object.values(options).flatMap((value) => (typeof value === 'string' ? value : [])),
    ...[...Object.values(colorNames), ...COLORS, ...STYLES],
    ...[...Object.values(WORDS), ...Object.values(TYPE_NAMES)]
  ]
}

type KnownJob = Pick<PrintJob, 'items' | 'options' | 'colorNames'>

function wordsOf({ note, quote, tags, author, owner, created }: PlacedAnnotation): readonly string[] {
  return [note, quote, ...tags, author, owner, dayInWords(created, WORDS_LANGUAGE)]
}
