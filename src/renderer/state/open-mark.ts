import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { selectMark } from './commands'
import type { Reader } from './reader.svelte'

/** Open the briefing of a mark, go to its words and let them light up. */
export async function openMark(reader: Reader, { briefing, id, range }: PlacedAnnotation): Promise<void> {
  const before = reader.document
  reader.layout.dialog = null
  await reader.open(briefing, { arrival: range })
  const { document } = reader
  if (document?.briefing.id !== briefing) return
  reader.layout.showNotes()
  selectMark(document, id, { flash: document === before })
}
