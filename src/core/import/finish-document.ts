import { blocksOf, type Block } from '../text/canonical-text'
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
  const blocks = blocksOf(tree)
  const sample = sampleOf(blocks)
  const title = draft.title ?? titleInText(tree) ?? titleFromLead(tree) ?? titleFromName(file.name)
  return {
    tree,
    title,
    date: draft.date ?? dateInFileName(file.name),
    language: draft.language ?? file.detectLanguage(sample),
    dir: directionOf(sample),
    tags,
    sourceUrl,
    words: countWords(blocks.map(({ text }) => text)),
    encoding: file.encoding,
    warnings: [...file.warnings, ...draft.warnings]
  }
}

/** Characters from one place of a text: more make its language no surer. */
const SAMPLE = 10_000

/**
 * From the start and the middle: a briefing may open with foreign names or a table. The whole text in
 * one string would be another copy of what may be 100 MB.
 */
function sampleOf(blocks: readonly Block[]): string {
  const start = textFrom(blocks, 0)
  return start.length < SAMPLE ? start : `${start}\n${textFrom(blocks, Math.floor(blocks.length / 2))}`
}

function textFrom(blocks: readonly Block[], first: number): string {
  const texts: string[] = []
  let length = 0
  for (let at = first; at < blocks.length && length < SAMPLE; at += 1) {
    const text = blocks[at]?.text.slice(0, SAMPLE) ?? ''
    texts.push(text)
    length += text.length
  }
  return texts.join('\n').toWellFormed()
}
