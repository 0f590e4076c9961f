import type { Annotation } from '../../annotation/annotation'
import type { ExportOptions } from '../export-options'

type Asked = Pick<ExportOptions, 'summary' | 'taskings' | 'questions'>
type Typed = Pick<Annotation, 'type'>

/** Which marks the pages in front of the briefings quote: those of the summary, of taskings and of questions. */
export function isQuotedIn({
  summary,
  taskings,
  questions
}: Asked): (mark: Typed & Pick<Annotation, 'id'>) => boolean {
  const chosen = new Set(summary)
  return (mark) => chosen.has(mark.id) || (taskings && isTask(mark)) || (questions && isQuestion(mark))
}

/** Whether a mark says what is to be done. */
export function isTask({ type }: Typed): boolean {
  return type === 'action'
}

/** Whether a mark asks something. */
export function isQuestion({ type }: Typed): boolean {
  return type === 'question'
}
