import { expect, type Page } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where words begin and end on the page, in CSS pixels of the window. */
interface Passage {
  readonly from: Point
  readonly to: Point
}

/**
 * Select words of the article as a person does: press the button before them, drag, let go behind
 * them. The page is only asked where the words stand; nothing selects them by script.
 */
export async function selectWithMouse(window: Page, words: string): Promise<void> {
  const { from, to } = await placeOf(window, words)
  await window.mouse.move(from.x, from.y)
  await window.mouse.down()
  await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await window.mouse.move(to.x, to.y, { steps: 4 })
  await window.mouse.up()
}

/** Click into the middle of the first line of words in the article. */
export async function clickWords(window: Page, words: string): Promise<void> {
  const { from } = await placeOf(window, words)
  await window.mouse.click(from.x + 12, from.y)
}

/** Where words stand, scrolled into sight; a briefing that is just being opened is waited for. */
export async function placeOf(window: Page, words: string): Promise<Passage> {
  let place: Passage | null = null
  await expect(async () => {
    place = await measure(window, words)
  }).toPass({ timeout: 15_000 })
  if (place === null) throw new Error('not measured')
  return place
}

function measure(window: Page, words: string): Promise<Passage> {
  return window.locator('article').evaluate(async (article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    const nodes: { node: Text; start: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest('[data-outside], header') != null) continue
      nodes.push({ node, start: text.length })
      text += node.data
    }
    const at = text.indexOf(wanted)
    if (at === -1) throw new Error(`the article does not say: ${wanted}`)
    const placeAt = (offset: number): [Text, number] => {
      const found = nodes.findLast(({ start }) => start <= offset)
      if (found === undefined) throw new Error('an offset before the text')
      return [found.node, offset - found.start]
    }
    const range = document.createRange()
    range.setStart(...placeAt(at))
    const [last, offset] = placeAt(at + wanted.length - 1)
    range.setEnd(last, offset + 1)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
    const [first] = boxes
    const end = boxes.at(-1)
    if (first === undefined || end === undefined) throw new Error('the words are not drawn')
    return {
      from: { x: first.left + 1, y: (first.top + first.bottom) / 2 },
      to: { x: end.right - 1, y: (end.top + end.bottom) / 2 }
    }
  }, words)
}
