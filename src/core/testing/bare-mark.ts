import type { Annotation } from '../annotation/annotation'

/** What a mark says of itself when nobody said anything: a yellow highlight without a note, made at a time. */
export function bareMark(
  created: string,
  modified = created
): Omit<Annotation, 'id' | 'briefing' | 'edition' | 'anchor'> {
  return {
    color: 'yellow',
    style: 'highlight',
    type: 'note',
    owner: '',
    due: null,
    note: '',
    tags: [],
    author: '',
    created,
    modified,
    placements: []
  }
}
