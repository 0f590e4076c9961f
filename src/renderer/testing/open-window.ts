import { flushSync, mount, unmount } from 'svelte'
import type { Annotation } from '#core/annotation/annotation'
import type { ImportedDocument } from '#core/import/imported-file'
import type { Problem } from '#core/problem/problem'
import { element, text } from '#core/tree/elements'
import type { Root } from '#core/tree/tree'
import App from '../components/App.svelte'
import { adoptMarkRules } from '../dom/mark-rules'
import { createPageApi } from '../state/page-api'
import { Reader } from '../state/reader.svelte'
import '../styles/all'
import { addBriefing } from './add-briefing'
import { createFakeBridge, type FakeBridge } from './fake-bridge'

/** The whole window over a library in memory. */
export interface OpenWindow extends FakeBridge {
  readonly reader: Reader
  /** The id of the briefing that is open; empty when none was asked for. */
  readonly briefing: string
  close(): void
}

/** What the window begins with. */
export interface Beginning {
  /** The briefing that is open. */
  readonly tree?: Root
  /** Of the briefing; English from left to right without them. */
  readonly language?: string
  readonly dir?: 'ltr' | 'rtl'
  /** Marked before the window opens: words, and a note or ''. */
  readonly marks?: readonly { readonly quote: string; readonly note: string }[]
  /** What the briefing says of itself. */
  readonly document?: Partial<ImportedDocument>
  /** Put into the library as they are. */
  readonly annotations?: (briefing: string) => readonly Annotation[]
  readonly files?: Readonly<Record<string, string>>
  /** The library cannot be read, with this problem. */
  readonly libraryProblem?: Problem
}

/** A briefing of a few paragraphs. */
export const ANKARA: Root = {
  type: 'root',
  children: [
    element('p', [text('The ministers met in Ankara on Monday.')]),
    element('h2', [text('What was agreed')]),
    element('p', [
      text('A joint office opens in the '),
      element('em', [text('spring')]),
      text(', and both sides pay for it.')
    ]),
    element('p', [
      text('The plan is '),
      element('a', [text('published')], { href: 'https://example.org/plan' })
    ])
  ]
}

/** Open the window, and the briefing if there is one. */
export async function openWindow({
  tree,
  language = 'en',
  dir = 'ltr',
  marks = [],
  document: facts = {},
  annotations = () => [],
  files,
  libraryProblem
}: Beginning = {}): Promise<OpenWindow> {
  const fake = createFakeBridge(files)
  const briefing =
    tree === undefined
      ? ''
      : (await addBriefing(fake.host, tree, { title: 'Ankara talks', language, dir, ...facts })).id
  for (const { quote, note } of marks) {
    await fake.api.annotateQuote({ briefing, quote: { exact: quote, prefix: '', suffix: '' }, note })
  }
  for (const annotation of annotations(briefing)) await fake.host.library.saveAnnotation(annotation)
  if (libraryProblem !== undefined) fake.fail('listBriefings', libraryProblem)
  adoptMarkRules(document)
  const reader = new Reader(createPageApi(fake.bridge))
  const target = document.createElement('div')
  target.id = 'app'
  document.body.append(target)
  const app = mount(App, { target, props: { reader } })
  flushSync()
  if (briefing !== '') await reader.open(briefing)
  flushSync()
  return {
    ...fake,
    reader,
    briefing,
    close() {
      void unmount(app)
      target.remove()
    }
  }
}

/** Select words of the article, as if by mouse; the browser tells the page. */
export async function selectWords(words: string): Promise<void> {
  const node = textNode(words)
  const at = node.data.indexOf(words)
  getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
  // The popup waits until the button is let go.
  node.parentElement?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
  await new Promise((resolve) => setTimeout(resolve, 30))
}

/** The text node of the article that holds these words. */
export function textNode(words: string): Text {
  const article = document.querySelector('article')
  if (article === null) throw new Error('no briefing is open')
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    if (!(node instanceof Text) || !node.data.includes(words)) continue
    if (node.parentElement?.closest('[data-outside], header') == null) return node
  }
  throw new Error(`the article does not say: ${words}`)
}
