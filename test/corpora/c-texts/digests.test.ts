import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { inkOf } from '../expected-text'
import { elementsOf, headingsOf, importedItem, innerText, oneSpaced, textOf } from '../imported'
import { itemsToOpen, pathOf, type Item } from '../items'

const Digest = v.object({
  date: v.string(),
  lead: v.string(),
  sections: v.array(v.object({ heading: v.string(), paragraphs: v.array(v.string()) }))
})

const items = itemsToOpen('c-texts').filter(({ path }) => path.startsWith('c-texts/digests/'))

function digestOf({ ref = '' }: Item): v.InferOutput<typeof Digest> {
  return v.parse(Digest, JSON.parse(readFileSync(pathOf(ref), 'utf8')))
}

it('finds all digests of the corpora', () => {
  expect(items).toHaveLength(10)
})

describe.each(items.map((item) => ({ path: item.path, item })))('$path', ({ item }) => {
  it('has its date, its lead first and every heading', async () => {
    const document = await importedItem(item)
    const { date, lead, sections } = digestOf(item)
    expect(document.date).toBe(date)
    expect(document.tree.children.slice(0, 1).map(innerText).map(oneSpaced)).toEqual([oneSpaced(lead)])
    const headings = headingsOf(document)
    const expected = sections.map(({ heading }) => oneSpaced(heading))
    expect(headings.filter((heading) => expected.includes(heading))).toEqual(expected)
    const extra = headings.filter((heading) => !expected.includes(heading))
    if (extra.length > 0) console.info(`${item.path}: also headings here: ${extra.join(' | ')}`)
  })

  it('loses nothing and keeps the order', async () => {
    const document = await importedItem(item)
    const { lead, sections } = digestOf(item)
    const all = [lead, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])]
    expect(inkOf(textOf(document))).toBe(inkOf(all.join('\n')))
    const file = readFileSync(pathOf(item.path), 'utf8')
    expect(inkOf(textOf(document))).toBe(inkOf(file.replace(/^\s*date \d{4}-\d{2}-\d{2}/, '')))
  })

  it('makes its title of the first words of the lead', async () => {
    const document = await importedItem(item)
    const { title } = document
    const lead = oneSpaced(digestOf(item).lead)
    expect(title.length).toBeLessThanOrEqual(90)
    expect(lead.startsWith(title)).toBe(true)
    expect(lead.slice(title.length)).toMatch(/^(?:[^\p{L}\p{N}]|$)/u)
    expect(elementsOf(document, 'h1')).toEqual([])
  })
})
