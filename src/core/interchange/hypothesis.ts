import { isObject, type JsonObject, listOf } from './faults'

/**
 * Annotations as the API of Hypothesis answers them (`rows`) or its export writes them, as W3C
 * annotations; what is none of theirs stays as it is.
 *
 * A reply stands where the annotation stands that it answers, when that is in the file.
 * Source: https://h.readthedocs.io/en/latest/api-reference/v1/, Annotation.
 */
export function fromHypothesis(items: readonly unknown[]): readonly unknown[] {
  const ids = new Set(items.flatMap((item) => (isObject(item) && isRow(item) ? listOf(item['id']) : [])))
  return items.map((item) => (isObject(item) && isRow(item) ? fromRow(item, ids) : item))
}

function isRow(item: JsonObject): boolean {
  return item['type'] === undefined && !('@context' in item) && ('uri' in item || 'target' in item)
}

function fromRow(row: JsonObject, ids: ReadonlySet<unknown>): JsonObject {
  const { id, text, uri, target } = row
  const parent = listOf(row['references']).at(-1)
  const note = { type: 'TextualBody', value: text, format: 'text/markdown', purpose: 'commenting' }
  const creator = authorOf(row)
  const own = listOf(target).length > 0 ? listOf(target).map((part) => withSource(part, uri)) : uri
  return {
    ...{ type: 'Annotation', id, created: row['created'], modified: row['updated'] },
    ...(creator === null ? {} : { creator: { type: 'Person', name: creator } }),
    body: [
      ...(typeof text === 'string' && text !== '' ? [note] : []),
      ...listOf(row['tags']).map((tag) => ({ type: 'TextualBody', value: tag, purpose: 'tagging' }))
    ],
    target: parent !== undefined && ids.has(parent) ? parent : own
  }
}

function withSource(target: unknown, uri: unknown): unknown {
  if (!isObject(target) || target['source'] !== undefined || uri === undefined) return target
  return { ...target, source: uri }
}

/** The name that is shown, else the user's: `acct:reader@hypothes.is` is `reader`. */
function authorOf({ user, user_info: shown }: JsonObject): string | null {
  const name = isObject(shown) ? shown['display_name'] : null
  if (typeof name === 'string' && name.trim() !== '') return name
  return typeof user === 'string' && user !== '' ? user.replace(/^acct:|@[^@]*$/gu, '') : null
}
