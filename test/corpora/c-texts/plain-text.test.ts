import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { inkOf } from '../expected-text'
import { elementsOf, headingsOf, importedItem, oneSpaced, textOf } from '../imported'
import { itemsToOpen, pathOf, type Item } from '../items'

const items = itemsToOpen('c-texts')
const inFolder = (folder: string): readonly Item[] =>
  items.filter(({ path }) => path.startsWith(`c-texts/${folder}/`) && path.endsWith('.txt'))
const titled = (list: readonly Item[]): { path: string; item: Item }[] =>
  list.map((item) => ({ path: item.path, item }))

const speeches = inFolder('state-union')
const declarations = inFolder('udhr-utf8')
const legacy = inFolder('legacy-encodings')
const large = inFolder('large')

/** ISO 639-3 and the corpora's own names, as BCP 47 has them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  amh: 'am',
  arb: 'ar',
  'cmn-hans': 'zh-Hans',
  deu: 'de',
  'ell-monotonic': 'el',
  fin: 'fi',
  fra: 'fr',
  hin: 'hi',
  kor: 'ko',
  rus: 'ru',
  spa: 'es',
  tha: 'th',
  tur: 'tr',
  urd: 'ur',
  vie: 'vi',
  ydd: 'yi'
}

/** The text of a file by the encoding that the manifest names. */
function decoded({ path, encoding = 'utf-8' }: Item): string {
  return iconv.decode(readFileSync(pathOf(path)), encoding.split(' ')[0] ?? 'utf-8')
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map(oneSpaced)
    .filter((line) => line !== '')
}

it('finds all plain texts of the corpora', () => {
  expect([speeches, declarations, legacy, large].map(({ length }) => length)).toEqual([12, 16, 9, 5])
})

describe.each(titled([...speeches, ...declarations, ...legacy, ...large]))('$path', ({ item }) => {
  it('loses nothing, keeps the order and reads the right letters', async () => {
    const document = await importedItem(item)
    expect(inkOf(textOf(document))).toBe(inkOf(decoded(item)))
    expect(document.dir).toBe(item.dir ?? (item.lang === 'ar' ? 'rtl' : 'ltr'))
    const language = item.lang ?? ''
    expect(document.language).toBe(LANGUAGES[language] ?? language)
  })
})

describe.each(titled(speeches))('$path', ({ item }) => {
  it('has its first line as title, which stays in the text', async () => {
    const document = await importedItem(item)
    const [first = ''] = linesOf(decoded(item))
    expect(document.title).toBe(first)
    expect(headingsOf(document)[0]).toBe(first)
  })

  it('keeps each paragraph, which is one line of the file', async () => {
    const blocks = textOf(await importedItem(item))
      .split('\n')
      .map(oneSpaced)
    expect(blocks).toEqual(linesOf(decoded(item)))
  })
})

describe.each(titled(declarations))('$path', ({ item }) => {
  it('has a heading for each article, above its text', async () => {
    const document = await importedItem(item)
    const headings = headingsOf(document)
    const articles = linesOf(decoded(item)).filter((line) =>
      /^[^\p{N}]{0,12}\p{N}{1,2}[^\p{N}]{0,12}$/u.test(line)
    )
    expect(headings).toEqual(expect.arrayContaining([...articles]))
    expect(elementsOf(document, 'h2').length).toBeGreaterThanOrEqual(30)
    const extra = headings.filter((heading) => !articles.includes(heading))
    console.info(`${item.path}: ${headings.length} headings; beside the articles: ${extra.join(' | ')}`)
  })
})

describe.each(titled(legacy))('$path', ({ item }) => {
  it('shows what its reference shows', async () => {
    const reference = readFileSync(pathOf(item.ref ?? ''), 'utf8')
    const text = textOf(await importedItem(item))
    expect(inkOf(text)).toBe(inkOf(reference))
    expect(text).not.toContain('\uFFFD')
  })
})

it('keeps a megabyte without a line break in one paragraph', async () => {
  const item = large.find(({ path }) => path.endsWith('one-line-1mb.txt'))
  const document = item === undefined ? null : await importedItem(item)
  expect(document?.tree.children).toHaveLength(1)
  expect(document === null ? 0 : textOf(document).length).toBeGreaterThan(990_000)
})
