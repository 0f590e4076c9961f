import { ReaderError } from '../problem/reader-error'
import { isObject, type JsonObject, listOf } from './faults'
import { fromHypothesis } from './hypothesis'
import type { Standing } from './read-annotation'

/** More in one file are no one's reading. */
export const MAX_ANNOTATIONS = 20_000

/** The annotations of a file, not yet read. */
export interface AnnotationsIn {
  readonly items: readonly unknown[]
  readonly standing: Standing
  /** The address of a page that is not in the file and holds what follows. */
  readonly elsewhere: string | null
}

/**
 * The annotations in a JSON document: one, a list, an AnnotationPage, an AnnotationCollection (Web
 * Annotation Data Model, sections 5.1 and 5.2) whose pages are in it, or what Hypothesis answers and exports.
 *
 * @param name of the file, for sentences.
 * @throws ReaderError `annotations-missing` when it holds none of these.
 */
export function annotationsIn(name: string, value: unknown): AnnotationsIn {
  if (Array.isArray(value)) return listed(value)
  if (isObject(value)) {
    const rows = value['rows'] ?? value['annotations']
    if (Array.isArray(rows)) return listed(rows)
    if (Array.isArray(value['@graph'])) return listed(value['@graph'])
    if ('first' in value) return pages(value['first'])
    if (isPage(value)) return pages(value)
    if ('type' in value || 'target' in value || 'body' in value) {
      return { items: [value], standing: 'alone', elsewhere: null }
    }
  }
  throw new ReaderError({ code: 'annotations-missing', path: name })
}

function listed(items: readonly unknown[]): AnnotationsIn {
  return { items: fromHypothesis(items), standing: 'listed', elsewhere: null }
}

function isPage(value: JsonObject): boolean {
  return listOf(value['type']).includes('AnnotationPage') || Array.isArray(value['items'])
}

/** From page to page as long as they stand in the file. */
function pages(first: unknown): AnnotationsIn {
  const items: unknown[] = []
  let page: unknown = first
  while (isObject(page) && 'items' in page) {
    items.push(...listOf(page['items']))
    page = page['next']
  }
  const address = isObject(page) ? page['id'] : page
  const elsewhere = typeof address === 'string' ? address.toWellFormed() : null
  return { items: fromHypothesis(items), standing: 'listed', elsewhere }
}
