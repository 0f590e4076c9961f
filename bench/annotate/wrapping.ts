import type { Page } from 'playwright'
import { median, milliseconds } from '../figures'
import { briefingOf } from './briefings'
import { PLACES } from './places'
import { openKind, startProgram } from './program'

/** What it cost to show so many marks on a page that is drawn. */
interface Cost {
  /** Until the marks stand on the page and it is laid out anew. */
  readonly shown: number
  /** One mark more, to the end of the frame that shows it. */
  readonly more: readonly number[]
  readonly nodes: number
  readonly longest: number
}

const MORE = 15

/**
 * The same marks on the same drawn page, cut into it as `<mark>` elements, and painted as the program
 * paints them: only where they are seen. Answers the lines of the table.
 */
export async function measureWrapping(): Promise<readonly string[]> {
  const ranges = briefingOf('10,000 marks').marks.flatMap(({ anchor }) => anchor?.position ?? [])
  const program = await startProgram(PLACES)
  try {
    await openKind(program, 'no marks')
    const plain = await nodesOf(program.window)
    const wrapped = await program.window.evaluate(wrapAll, { ranges, more: MORE })
    await openKind(program, '10,000 marks')
    const painted = {
      ...(await program.window.evaluate(paintMore, MORE)),
      nodes: await nodesOf(program.window)
    }
    const line = (what: string, { shown, more, nodes, longest }: Cost): string =>
      `${what}: ${shown === 0 ? 'shown as it is drawn' : `shown after ${milliseconds(shown)}`}, one more ${milliseconds(median(more))}, ${nodes - plain} nodes more on the page, longest frame of a scroll ${milliseconds(longest)}`
    return [line('cut in as <mark>', wrapped), line('painted', painted)]
  } finally {
    await program.app.close()
  }
}

function nodesOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.article') ?? document)
    let nodes = 0
    while (walker.nextNode() !== null) nodes += 1
    return nodes
  })
}

/** In the page. Wraps from the end to the beginning, so that no text node is looked for twice. */
async function wrapAll(marks: { ranges: { start: number; end: number }[]; more: number }): Promise<Cost> {
  const article = document.querySelector('.article')
  if (article === null) throw new Error('no article is open')
  const texts: { node: Text; start: number }[] = []
  let at = 0
  for (const block of article.querySelectorAll('.slice p, .slice h2')) {
    for (const node of block.childNodes) {
      if (!(node instanceof Text) || node.data === '') continue
      texts.push({ node, start: at })
      at += node.length
    }
    at += 1
  }
  /** Without a live range: ten thousand of them would slow down every later change of the page. */
  function cutIn(node: Text, from: number, to: number): void {
    const words = from === 0 ? node : node.splitText(from)
    if (to - from < words.length) words.splitText(to - from)
    const mark = document.createElement('mark')
    words.before(mark)
    mark.append(words)
  }
  function wrap(start: number, end: number): void {
    for (const text of texts.slice(Math.max(0, first(start)), first(end - 1) + 1).reverse()) {
      const from = Math.max(0, start - text.start)
      const to = Math.min(text.node.length, end - text.start)
      if (from >= to) continue
      cutIn(text.node, from, to)
    }
  }
  /** The last text that starts at or before `offset`. */
  function first(offset: number): number {
    let low = -1
    let high = texts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((texts[middle]?.start ?? Infinity) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const before = performance.now()
  for (const { start, end } of [...marks.ranges].reverse()) wrap(start, end)
  article.getBoundingClientRect()
  const shown = performance.now() - before
  const more: number[] = []
  for (let index = 0; index < marks.more; index += 1) {
    const paragraph = article.querySelectorAll('.slice p')[index]
    const word = window.probe.wordsOf(paragraph)
    if (word === null) continue
    more.push(await window.probe.timed(() => cutIn(word, 1, word.length - 1)))
  }
  const { gaps } = await window.probe.scroll(1_200)
  const walker = document.createTreeWalker(article)
  let nodes = 0
  while (walker.nextNode() !== null) nodes += 1
  return { shown, more, nodes, longest: Math.max(...gaps) }
}

/** In the page, which has painted its marks already: a stroke more in one of its own highlights. */
async function paintMore(times: number): Promise<Omit<Cost, 'nodes'>> {
  const more: number[] = []
  for (let index = 0; index < times; index += 1) {
    const word = window.probe.wordsOf(document.querySelectorAll('.slice p')[index])
    if (word === null) continue
    const init = { startContainer: word, startOffset: 1, endContainer: word, endOffset: 12 }
    more.push(
      await window.probe.timed(() => void CSS.highlights.get('mark-yellow-0')?.add(new StaticRange(init)))
    )
  }
  const { gaps } = await window.probe.scroll(1_200)
  return { shown: 0, more, longest: Math.max(...gaps) }
}
