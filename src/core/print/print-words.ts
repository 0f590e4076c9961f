import type { AnnotationType } from '../annotation/annotation'
import { counted } from '../text/counted'

/** What the print document itself says, as opposed to the briefing in it. */
export const WORDS = {
  handling: 'Handling',
  source: 'Source',
  tags: 'Tags',
  marks: 'Marked',
  produced: 'Produced',
  colors: 'Colours',
  notes: 'Notes',
  general: 'On the whole briefing',
  contents: 'Contents',
  pack: 'Briefing pack',
  preparedFor: 'Prepared for',
  preparedBy: 'Prepared by',
  holds: 'Contains',
  edition: 'Edition',
  summary: 'Summary',
  taskings: 'Taskings',
  questions: 'Questions',
  sources: 'Sources',
  index: 'Marked pages',
  bySubject: 'By subject',
  byBriefing: 'By briefing',
  task: 'Task',
  owner: 'Owner',
  dueOn: 'Due',
  page: 'Page',
  nobody: 'nobody named',
  noDay: 'no date',
  noTaskings: 'No passage is marked as an action.',
  noQuestions: 'No passage is marked as a question.',
  restOf: 'continued',
  behind: 'Notes',
  digest: 'Quotes and notes',

  due: 'due',
  orphans: 'Marks whose words are not in this edition',
  pictureMissing: 'Picture not included.'
} as const

/** The language of `WORDS`. */
export const WORDS_LANGUAGE = 'en'

/** The types of marks as a reader is told of them. */
export const TYPE_NAMES: Readonly<Record<AnnotationType, string>> = {
  note: 'Note',
  question: 'Question',
  action: 'Action',
  decision: 'Decision',
  disagree: 'Disagree',
  quote: 'Quote',
  'fact-check': 'Fact check'
}

/** `3 highlights, 1 note`. */
export function countsInWords(marks: number, notes: number): string {
  return `${counted(marks, 'highlight')}, ${counted(notes, 'note')}`
}
