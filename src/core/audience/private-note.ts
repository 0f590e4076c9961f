import type * as Hast from 'hast'
import { parseNote } from '../print/note-html'
import type { PrivateNote } from './private-words'

/** A note as it was typed, and as it is read once its Markdown is set. */
export function privateNote(note: string): PrivateNote {
  return { note, forms: [note, parseNote(note).map(textOf).join('\n')] }
}

function textOf(node: Hast.RootContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
