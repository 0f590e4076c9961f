import type { BriefingSummary } from '#core/briefing/briefing'
import type { ImportedDocument } from '#core/import/imported-file'
import { canonicalText } from '#core/text/canonical-text'
import type { Root } from '#core/tree/tree'
import type { FakeHost } from '#core/testing/fake-host'

/** Put a briefing with this tree into the library of a fake host. */
export async function addBriefing(
  host: FakeHost,
  tree: Root,
  document: Partial<ImportedDocument> = {}
): Promise<BriefingSummary> {
  const text = canonicalText(tree)
  return host.library.add({
    source: '/briefing.md',
    bytes: new TextEncoder().encode(text),
    sha256: digestLike(JSON.stringify([tree, document.title])),
    extension: 'md',
    assets: [],
    document: {
      tree,
      title: 'A briefing',
      date: '2024-01-16',
      language: 'en',
      dir: 'ltr',
      tags: [],
      sourceUrl: null,
      words: text.split(/\s+/u).length,
      encoding: 'utf-8',
      warnings: [],
      ...document
    }
  })
}

/** As long as a SHA-256, and the same for the same content; nothing else is asked of it here. */
function digestLike(content: string): string {
  let state = 7
  for (let at = 0; at < content.length; at += 1) state = (Math.imul(state, 31) + content.charCodeAt(at)) >>> 0
  return state.toString(16).padStart(8, '0').repeat(8)
}
