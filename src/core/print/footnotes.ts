import type { CutNode } from './cut-into-runs'
import { tag, words } from './html'
import type { Html } from './html'
import type { LinkTarget } from './print-document'

/** What is known of a footnote by its label. */
interface Footnote {
  /** Its place among the footnotes, from 1; labels may hold anything, so ids are made of numbers. */
  readonly number: number
  /** Whether the text refers to it, so that there is a place to lead back to. */
  readonly isReferred: boolean
}
export type Footnotes = ReadonlyMap<string, Footnote>

interface FootnoteContext {
  readonly prefix: string
  readonly footnotes: Footnotes
}

/** The footnotes that a cut tree defines. */
export function footnotesOf(nodes: readonly CutNode[]): Footnotes {
  const referred = new Set(labelsOf(nodes, 'footnoteRef'))
  const defined = [...new Set(labelsOf(nodes, 'footnote'))]
  return new Map(
    defined.map((label, index) => [label, { number: index + 1, isReferred: referred.has(label) }])
  )
}

/** The label in the text; it leads nowhere when the briefing has no such footnote. */
export function footnoteReference(label: string, { prefix, footnotes }: FootnoteContext): Html {
  const footnote = footnotes.get(label)
  if (footnote === undefined) return tag('sup', { className: ['footnote-number'] }, [words(label)])
  const link = tag('a', { href: `#${prefix}fn-${footnote.number}` }, [words(label)])
  return tag('sup', { className: ['footnote-number'], id: `${prefix}fnref-${footnote.number}` }, [link])
}

/** A footnote; its label leads back to the text. */
export function footnoteHtml(label: string, context: FootnoteContext, inside: readonly Html[]): Html {
  const { prefix, footnotes } = context
  const { number, isReferred } = footnotes.get(label) ?? { number: 0, isReferred: false }
  const name = words(label)
  const back = isReferred ? tag('a', { href: `#${prefix}fnref-${number}` }, [name]) : name
  const properties = { className: ['footnote'], id: `${prefix}fn-${number}` }
  return tag('div', properties, [tag('span', { className: ['footnote-label'] }, [back]), ...inside])
}

/** What each internal link of the footnotes leads to. */
export function footnoteTargets({ prefix, footnotes }: FootnoteContext): Record<string, LinkTarget> {
  const entries = [...footnotes].flatMap(([label, { number }]): [string, LinkTarget][] => {
    const id = `${prefix}fn-${number}`
    return [
      [id, { words: `Footnote ${label}`, isReference: true }],
      [`${prefix}fnref-${number}`, { words: `Back to the text of footnote ${label}`, ofNote: id }]
    ]
  })
  return Object.fromEntries(entries)
}

function labelsOf(nodes: readonly CutNode[], property: 'footnote' | 'footnoteRef'): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'run') return []
    const label = node.properties[property]
    return [...(label === undefined ? [] : [label]), ...labelsOf(node.children, property)]
  })
}
