import { dayInWords } from '../dates'
import { tag, words } from '../html'
import type { Html } from '../html'
import { WORDS, WORDS_LANGUAGE } from '../print-words'
import { ownPart } from './document-part'
import type { DocumentPart, PackContext } from './document-part'
import { noteBlock, packMarks, placeWords, quoteHtml, spokenPlace } from './pack-mark'
import type { PackMark } from './pack-mark'
import { PageLinks } from './page-link'
import { isTask } from './quoted-marks'

/** What is to be done, by whom and by when: the next day first, what has no day last. */
export function taskingsPart(context: PackContext): DocumentPart {
  const pages = new PageLinks(context.numbers)
  const tasks = packMarks(context)
    .filter(({ annotation }) => isTask(annotation))
    .sort(byDay)
  const body =
    tasks.length === 0
      ? tag('p', {}, [words(WORDS.noTaskings)])
      : tag('div', {}, [
          tag('table', { className: ['tasks'] }, [
            tag('thead', {}, [
              rowOf(
                'th',
                [WORDS.task, WORDS.owner, WORDS.dueOn, WORDS.page].map((name) => [words(name)])
              )
            ]),
            tag(
              'tbody',
              {},
              tasks.map((mark) => taskRow(mark, context, pages))
            )
          ])
        ])
  return ownPart({ name: 'taskings', title: WORDS.taskings, targets: pages.targets }, [body], context)
}

/** Sorting is stable, so that those of one day stay in the order of the document. */
function byDay(a: PackMark, b: PackMark): number {
  const [one, other] = [a.annotation.due, b.annotation.due]
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}

function taskRow(mark: PackMark, context: PackContext, pages: PageLinks): Html {
  const { target } = mark
  const { quote, owner, due } = mark.annotation
  const quoted =
    quote === ''
      ? []
      : [tag('p', { className: ['quoted'], dir: mark.section.briefing.dir }, [quoteHtml(mark, context)])]
  return rowOf('td', [
    [
      ...noteBlock(mark, context.links),
      ...quoted,
      tag('p', { className: ['place'] }, placeWords(mark, context))
    ],
    [owner === '' ? missing(WORDS.nobody) : tag('span', { dir: 'auto' }, [words(owner)])],
    [due === null ? missing(WORDS.noDay) : words(dayInWords(due, WORDS_LANGUAGE))],
    target === null ? [] : [pages.number(target, spokenPlace(mark))]
  ])
}

function rowOf(cell: 'th' | 'td', cells: readonly (readonly Html[])[]): Html {
  const scope = cell === 'th' ? { scope: 'col' } : {}
  return tag(
    'tr',
    {},
    cells.map((inside) => tag(cell, scope, inside))
  )
}

function missing(said: string): Html {
  return tag('span', { className: ['missing'] }, [words(said)])
}
