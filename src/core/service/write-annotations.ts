import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { annotationPage, webAnnotations } from '../documents/web-annotation'
import type { AnnotatedBriefing, ListedAnnotation } from '../formats/annotation-list'
import { annotationsCsv } from '../formats/annotations-csv'
import { annotationsHtml } from '../formats/annotations-html'
import { annotationsMarkdown } from '../formats/annotations-markdown'
import type { ListFormat } from '../formats/list-formats'
import { type Block, blocksOf } from '../text/canonical-text'
import { blockIndexAt, citeParagraph, numberParagraphs } from '../text/paragraphs'
import type { AnnotationPlaces } from './annotate'
import type { ReaderHost } from './ports'

/** Marks that were placed in the editions that they are shown in, as a document of that format. */
export async function writeAnnotations(
  host: ReaderHost,
  places: AnnotationPlaces,
  { annotations, format }: { readonly annotations: readonly PlacedAnnotation[]; readonly format: ListFormat }
): Promise<string> {
  const groups = byEdition(annotations)
  switch (format) {
    case 'jsonld':
      return asPage(host, places, groups)
    case 'md':
      return annotationsMarkdown(await underTitles(host, groups))
    case 'csv':
      return annotationsCsv(await underTitles(host, groups))
    case 'html':
      return annotationsHtml(await underTitles(host, groups))
  }
}

/** Of one briefing in one edition; there is at least one. */
type Group = readonly [PlacedAnnotation, ...PlacedAnnotation[]]

async function asPage(
  host: ReaderHost,
  { texts }: AnnotationPlaces,
  groups: readonly Group[]
): Promise<string> {
  const described = groups.map(async (group) => {
    const [{ briefing, shownIn }] = group
    return webAnnotations(group, await texts.text(briefing, shownIn))
  })
  return `${JSON.stringify(annotationPage((await Promise.all(described)).flat(), host.newId()))}\n`
}

async function underTitles(
  { library }: ReaderHost,
  groups: readonly Group[]
): Promise<readonly AnnotatedBriefing[]> {
  const known = new Map((await library.list()).map((summary) => [summary.id, summary]))
  const listed: AnnotatedBriefing[] = []
  for (const group of groups) {
    const [{ briefing, shownIn }] = group
    const blocks = blocksOf(await library.tree(briefing, shownIn))
    const { title = briefing, date = null } = known.get(briefing) ?? {}
    listed.push({ title, date, annotations: cited(group, blocks) })
  }
  return listed
}

function cited(group: Group, blocks: readonly Block[]): readonly ListedAnnotation[] {
  const numbers = numberParagraphs(blocks)
  return group.map((annotation) => {
    const { range } = annotation
    const number = range === null ? undefined : numbers[blockIndexAt(blocks, range.start)]
    return { annotation, citation: number === undefined ? '' : citeParagraph(number) }
  })
}

/** In the order given. */
function byEdition(annotations: readonly PlacedAnnotation[]): readonly Group[] {
  const groups = new Map<string, [PlacedAnnotation, ...PlacedAnnotation[]]>()
  for (const annotation of annotations) {
    const key = `${annotation.briefing}/${annotation.shownIn}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [annotation])
    else group.push(annotation)
  }
  return [...groups.values()]
}
