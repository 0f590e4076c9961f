import type { AnnotatedBriefing, ListedAnnotation } from './annotation-list'
import { toCsv } from './csv'

const HEADER = [
  ...['briefing', 'date', 'citation', 'quote', 'note', 'type', 'owner', 'due', 'tags', 'color', 'style'],
  ...['status', 'author', 'created', 'modified', 'id']
]

/** One row per annotation, with a header row. */
export function annotationsCsv(briefings: readonly AnnotatedBriefing[]): string {
  const rows = briefings.flatMap(({ title, date, annotations }) =>
    annotations.map((listed) => [title, date ?? '', ...fieldsOf(listed)])
  )
  return toCsv([HEADER, ...rows])
}

function fieldsOf({ annotation, citation }: ListedAnnotation): readonly string[] {
  const { quote, note, type, owner, due, tags, color, style, status, author, created, modified, id } =
    annotation
  return [
    ...[citation, quote, note, type, owner, due ?? '', tags.join(', '), color, style],
    ...[status, author, created, modified, id]
  ]
}
