import { canonicalText } from '../text/canonical-text'
import { countWords } from './count-words'
import { dateInFileName } from './dates'
import { directionOf } from './direction'
import type { Draft } from './draft'
import type { ImportedDocument } from './imported-file'
import { titleInText, titleFromLead, titleFromName } from './title'

/** What is known of a file beside its text. */
export interface FileFacts {
  /** Its name without folders. */
  readonly name: string
  /** By its WHATWG name. */
  readonly encoding: string
  readonly warnings: readonly string[]
  /** The BCP 47 tag of the language that a text is in, or `null` when it cannot be told. */
  detectLanguage(text: string): string | null
}

/** Complete a draft: title, date and language from where they can be had, direction and words. */
export function finishDocument(draft: Draft, file: FileFacts): ImportedDocument {
  const { tree, tags, sourceUrl } = draft
  const text = canonicalText(tree)
  const title = draft.title ?? titleInText(tree) ?? titleFromLead(tree) ?? titleFromName(file.name)
  return {
    tree,
    title,
    date: draft.date ?? dateInFileName(file.name),
    language: draft.language ?? file.detectLanguage(text),
    dir: directionOf(text),
    tags,
    sourceUrl,
    words: countWords(text),
    encoding: file.encoding,
    warnings: [...file.warnings, ...draft.warnings]
  }
}
