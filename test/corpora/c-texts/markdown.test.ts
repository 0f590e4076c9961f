import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bodyOf, lettersOf, visibleMarkdown } from '../expected-text'
import { elementsOf, headingsOf, importedItem, innerText, oneSpaced, textOf } from '../imported'
import { itemsToOpen, pathOf, type Item } from '../items'

const items = itemsToOpen('c-texts')
const briefings = items.filter(({ kind }) => kind === 'markdown')
const large = items.filter(({ kind }) => kind === 'markdown-large')

/**
 * The manifest reads an escaped line break in a quoted scalar as a space; it is none (YAML 1.2.2,
 * 7.3.1), so "President’\<break> s" is "President’s".
 */
const MISREAD_TITLES: Readonly<Record<string, string>> = {
  'Statement by Press Secretary Jen Psaki on Updates to the President’ s Travel to the United Kingdom, Belgium, and Switzerland':
    'Statement by Press Secretary Jen Psaki on Updates to the President’s Travel to the United Kingdom, Belgium, and Switzerland',
  'Background Press Call by a Senior Administration Official on President Biden’ s Second Day in Germany':
    'Background Press Call by a Senior Administration Official on President Biden’s Second Day in Germany'
}

function sourceOf(item: Item): { readonly front: string; readonly body: string } {
  return bodyOf(readFileSync(pathOf(item.path), 'utf8'))
}

/** Last and first words of neighbouring lines, where both are plain, and whether a break was asked for. */
function joints(body: string): readonly { before: string; after: string; isBreak: boolean }[] {
  const lines = body.replace(/<[a-z][^>]*>/gi, '').split('\n')
  return lines.slice(1).flatMap((line, index) => {
    const previous = lines[index] ?? ''
    const before = /\p{L}+[,.]?(?=\s*$)/u.exec(previous)?.[0]
    const after = /^\p{L}+/u.exec(line)?.[0]
    if (before === undefined || after === undefined || /^\s*(?:[-*>|]|\d+\.)/.test(previous)) return []
    return [{ before, after, isBreak: / {2}$/.test(previous) }]
  })
}

it('finds all Markdown briefings of the corpora', () => {
  expect([briefings.length, large.length]).toEqual([32, 3])
})

describe.each([...briefings, ...large].map((item) => ({ path: item.path, item })))('$path', ({ item }) => {
  it('loses no letter and adds none', async () => {
    const document = await importedItem(item)
    expect(lettersOf(textOf(document))).toBe(lettersOf(visibleMarkdown(sourceOf(item).body)))
    expect(document).toMatchObject({ encoding: 'utf-8', language: item.lang, dir: 'ltr', warnings: [] })
  })
})

describe.each(briefings.map((item) => ({ path: item.path, item })))('$path', ({ item }) => {
  it('has title and date from its front matter, which is not shown', async () => {
    const document = await importedItem(item)
    const title = item.title ?? ''
    expect(document.title).toBe(MISREAD_TITLES[title] ?? title)
    expect(document.date).toBe(item.date)
    expect(document.sourceUrl).toMatch(/^https:\/\//)
    expect(document.tags.length).toBeGreaterThan(0)
    expect(textOf(document)).not.toMatch(/source_url:|published_time:/)
  })

  it('joins wrapped lines and breaks where two spaces ask for it', async () => {
    const text = textOf(await importedItem(item)).replace(/[^\S\n]+/g, ' ')
    const wrong = joints(sourceOf(item).body).filter(
      ({ before, after, isBreak }) => !text.includes(`${before}${isBreak ? '\n' : ' '}${after}`)
    )
    expect(wrong).toEqual([])
  })

  it('keeps bold, links and lists', async () => {
    const document = await importedItem(item)
    const { body } = sourceOf(item)
    const bold = [...body.matchAll(/(?<![*\\])\*\*([\p{L}\p{N}][\p{L}\p{N} ,:\n]*)\*\*(?!\*)/gu)]
    const strong = elementsOf(document, 'strong').map(innerText).map(oneSpaced).join('|')
    expect(bold.filter(([, inside = '']) => !strong.includes(oneSpaced(inside)))).toEqual([])
    const addresses = [...body.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, address]) => address)
    expect(elementsOf(document, 'a').map(({ properties }) => properties.href)).toEqual(
      expect.arrayContaining(addresses)
    )
    const bullets = body.match(/^ *[-*] +\S/gm) ?? []
    const inLists = elementsOf(document, 'ul').flatMap(({ children }) => children)
    expect(inLists.length).toBe(bullets.length)
  })
})

it('gives 38 collected briefings 38 entries in the outline', async () => {
  const item = large.find(({ path }) => path.endsWith('press-briefings-collected.md'))
  const document = item === undefined ? null : await importedItem(item)
  expect(document === null ? [] : headingsOf(document)).toHaveLength(38)
  expect(document === null ? [] : elementsOf(document, 'h1')).toHaveLength(38)
})
