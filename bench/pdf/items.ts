import { join } from 'node:path'
import { COLORS } from '#core/annotation/annotation'
import type { PrintItem } from '#core/service/ports'
import { blocksOf } from '#core/text/canonical-text'
import type { Root } from '#core/tree/tree'
import { corporaFolder } from '../../scripts/test/corpora-folder.mjs'
import { importerInProcess } from '../../src/main/import/fixtures/in-process-importer'
import { type MarkWish, printItem } from '../../test/printing/print-items'

const SEED = '000_e4ceb94cad774a4f.txt'
/** Texts of the seed's length that fill twenty pages. */
const TEXTS_IN_TWENTY_PAGES = 13
const NOTE = 'To be raised with the minister before the meeting on Tuesday.'

/** A briefing of twenty pages with a hundred marks, every third with a note. */
export async function longBriefing(): Promise<PrintItem> {
  const seed = await seedTree()
  const children = Array.from({ length: TEXTS_IN_TWENTY_PAGES }, () => seed.children).flat()
  return marked({ type: 'root', children }, 'A briefing of twenty pages', 100)
}

/** As many briefings of the seed's size, with three marks each. */
export async function pack(briefings: number): Promise<readonly PrintItem[]> {
  const seed = await seedTree()
  return Array.from({ length: briefings }, (_, index) => marked(seed, `Briefing ${index + 1}`, 3))
}

async function seedTree(): Promise<Root> {
  const path = join(corporaFolder(), '..', 'seed', SEED)
  return (await importerInProcess().read({ kind: 'file', path })).document.tree
}

/** Marks on passages of six words, as evenly over the text as its paragraphs allow. */
function marked(tree: Root, title: string, count: number): PrintItem {
  const texts = blocksOf(tree)
    .map(({ text }) => text.split(' '))
    .filter((words) => words.length > 20)
  const places = new Map<string, number>()
  const visits = new Map<number, number>()
  const wishes = Array.from({ length: count }, (_, index): MarkWish => {
    const at = Math.floor((index * texts.length) / count)
    const visit = visits.get(at) ?? 0
    visits.set(at, visit + 1)
    const quote = (texts[at] ?? []).slice(4 + 7 * visit, 10 + 7 * visit).join(' ')
    const nth = (places.get(quote) ?? 0) + 1
    places.set(quote, nth)
    const color = COLORS[index % COLORS.length] ?? 'yellow'
    return { quote, nth, color, ...(index % 3 === 0 ? { note: NOTE, author: 'Ada' } : {}) }
  })
  return printItem(tree, { title, language: 'en' }, wishes)
}
