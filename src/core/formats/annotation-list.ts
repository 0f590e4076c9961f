import type { PlacedAnnotation } from '../annotation/placed-annotation'

/** The annotations of one briefing under its title. */
export interface AnnotatedBriefing {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly date: string | null
  readonly annotations: readonly ListedAnnotation[]
}

/** An annotation, and how its place is cited: `§3 ¶2`, empty without a place. */
export interface ListedAnnotation {
  readonly annotation: PlacedAnnotation
  readonly citation: string
}

/** Annotations that stand together in a list, under words that say why; `null` where they need none. */
export interface AnnotationGroup {
  readonly heading: string | null
  readonly annotations: readonly ListedAnnotation[]
}

const HEADINGS = {
  general: 'On the whole briefing',
  placed: 'In the text',
  orphans: 'Without a place in the text'
} as const

/** Notes on the whole briefing first, then what stands in the text, then orphans. */
export function groupsOf({ annotations }: AnnotatedBriefing): readonly AnnotationGroup[] {
  const groups = Object.entries(HEADINGS).map(([kind, heading]) => ({
    heading,
    annotations: annotations.filter(({ annotation }) => kindOf(annotation) === kind)
  }))
  const filled = groups.filter((group) => group.annotations.length > 0)
  const isPlain = filled.every(({ heading }) => heading === HEADINGS.placed)
  return isPlain ? filled.map((group) => ({ ...group, heading: null })) : filled
}

function kindOf({ anchor, range }: PlacedAnnotation): keyof typeof HEADINGS {
  if (anchor === null) return 'general'
  return range === null ? 'orphans' : 'placed'
}

/** What a list says of an annotation besides its quote and note, each in a few words. */
export function factsOf({ annotation, citation }: ListedAnnotation): readonly string[] {
  const { type, owner, due, status, author, created, modified, color } = annotation
  const day = created.slice(0, 10)
  const changed = modified.slice(0, 10)
  const facts = [
    TYPE_NAMES[type],
    citation,
    owner === '' ? '' : `for ${owner}`,
    due === null ? '' : `due ${due}`,
    STATUS_WORDS[status],
    color,
    author,
    day === changed ? day : `${day}, changed ${changed}`
  ]
  return facts.filter((fact) => fact !== '')
}

const TYPE_NAMES: Readonly<Record<PlacedAnnotation['type'], string>> = {
  note: '',
  question: 'Question',
  action: 'Action',
  decision: 'Decision',
  disagree: 'Disagree',
  quote: 'Quote',
  'fact-check': 'Fact-check'
}

const STATUS_WORDS: Readonly<Record<PlacedAnnotation['status'], string>> = {
  exact: '',
  moved: 'moved in this edition',
  changed: 'its words were edited',
  orphan: 'its words are not in this edition'
}
