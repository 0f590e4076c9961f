import { tag, words } from '../html'
import type { Html } from '../html'
import { TYPE_NAMES, WORDS } from '../print-words'
import { shortenedLine } from '../shortened-line'
import { textWidth } from '../text-width'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import { packMarks, quoteHtml, spokenPlace } from './pack-mark'
import type { PackMark } from './pack-mark'
import { PageLinks } from './page-link'

/** A line of the index holds as much of a quote, and of what follows it, in ems. */
const LONGEST_LINE = 33

/** A mark that has a place in the document. */
interface IndexedMark extends PackMark {
  readonly target: string
}

/** The pages that are marked: by briefing in the order of the document, then by type, tag and author. */
export function indexPart(context: PackContext): DocumentPart {
  const pages = new PageLinks(context.numbers)
  const marks = packMarks(context).flatMap((mark) =>
    mark.target === null ? [] : [{ ...mark, target: mark.target }]
  )
  const subjects = subjectsOf(marks)
  const body = [
    ...context.sections.flatMap((section) => {
      const here = marks.filter((mark) => mark.section === section)
      return here.length === 0 ? [] : briefingLines(here, context, pages)
    }),
    ...(subjects.size === 0 ? [] : subjectLines(subjects, context, pages))
  ]
  return ownPart({ name: 'index', title: WORDS.index, targets: pages.targets }, body, context)
}

function briefingLines(marks: readonly IndexedMark[], context: PackContext, pages: PageLinks): Html[] {
  const [first] = marks
  if (first === undefined) return []
  const { title, briefing } = first.section
  const named = briefing.language === null ? {} : { lang: briefing.language }
  return [
    tag('p', { className: ['index-title'] }, [tag('span', { dir: 'auto', ...named }, [words(title)])]),
    tag(
      'ul',
      { className: ['index-list'] },
      marks.map((mark) => tag('li', {}, [lineOf(mark, context, pages)]))
    )
  ]
}

function lineOf(mark: IndexedMark, context: PackContext, pages: PageLinks): Html {
  const { quote, type } = mark.annotation
  const name = type === 'note' ? '' : ` ${TYPE_NAMES[type]}`
  const short = shortenedLine(quote.replace(/\s+/gu, ' '), LONGEST_LINE - textWidth(name))
  const kind = name === '' ? [] : [tag('span', { className: ['kind'] }, [words(name)])]
  const said = quote === '' ? words(WORDS.general) : quoteHtml(mark, context, short)
  return pages.line(mark.target, [said, ...kind], spokenPlace(mark))
}

/** Types, tags and authors with their marks, by name. */
function subjectsOf(marks: readonly IndexedMark[]): ReadonlyMap<string, readonly IndexedMark[]> {
  const subjects = new Map<string, IndexedMark[]>()
  for (const mark of marks) {
    const { type, tags, author } = mark.annotation
    const names = [
      ...(type === 'note' ? [] : [TYPE_NAMES[type]]),
      ...tags.map((name) => `#${name}`),
      ...(author === '' ? [] : [author])
    ]
    for (const name of new Set(names)) {
      const same = subjects.get(name)
      if (same === undefined) subjects.set(name, [mark])
      else same.push(mark)
    }
  }
  const collator = new Intl.Collator('en')
  return new Map([...subjects].sort(([a], [b]) => collator.compare(a, b)))
}

function subjectLines(
  subjects: ReadonlyMap<string, readonly IndexedMark[]>,
  context: PackContext,
  pages: PageLinks
): Html[] {
  const items = [...subjects].map(([name, marks]) =>
    tag('li', {}, [
      tag('span', { dir: 'auto' }, [words(name)]),
      words(' '),
      tag('span', { className: ['pages'] }, pageList(marks, context, pages))
    ])
  )
  return [
    tag('p', { className: ['index-title'] }, [words(WORDS.bySubject)]),
    tag('ul', { className: ['subject-list'] }, items)
  ]
}

/** Each page once; a draft, which knows none, has one for each mark. */
function pageList(marks: readonly IndexedMark[], { numbers }: PackContext, pages: PageLinks): Html[] {
  const seen = new Set<string>()
  return marks.flatMap((mark) => {
    const number = numbers.numberOf(mark.target)
    if (!numbers.isDraft && seen.has(number)) return []
    const separator = seen.size === 0 ? [] : [words(', ')]
    seen.add(number)
    return [...separator, pages.number(mark.target, spokenPlace(mark))]
  })
}
