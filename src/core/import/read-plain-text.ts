import { dateHeader } from './dates'
import type { Draft } from './draft'
import { plainTextTree } from './plain-text'

/** Read a plain text: a `date YYYY-MM-DD` header gives the date and is no text. */
export function readPlainText(readable: string): Draft {
  const { date, text } = dateHeader(readable)
  return {
    tree: plainTextTree(text),
    title: null,
    date,
    language: null,
    tags: [],
    sourceUrl: null,
    warnings: []
  }
}
