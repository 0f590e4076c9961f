import { afterAll, beforeAll, describe } from 'vitest'
import type { PrintItem } from '../../src/core/service/ports'
import { blocksOf } from '../../src/core/text/canonical-text'
import { type MarkWish, printItem } from '../printing/print-items'
import { type TestEngine, startTestEngine } from '../printing/print-with-playwright'
import { promisesOfPrint } from '../printing/promises-of-print'
import { importedFrom } from './imported'
import { pathOf, seedPath } from './items'

/** Ten scripts by their names in Unicode, and a text in each. */
const SCRIPTS = {
  Latin: { file: 'tur', language: 'tr', isOwn: true },
  Greek: { file: 'ell_monotonic', language: 'el', isOwn: true },
  Cyrillic: { file: 'rus', language: 'ru', isOwn: true },
  Arabic: { file: 'arb', language: 'ar', isOwn: false },
  Hebrew: { file: 'ydd', language: 'yi', isOwn: false },
  Devanagari: { file: 'hin', language: 'hi', isOwn: false },
  Thai: { file: 'tha', language: 'th', isOwn: false },
  Han: { file: 'cmn_hans', language: 'zh', isOwn: false },
  Hangul: { file: 'kor', language: 'ko', isOwn: false },
  Ethiopic: { file: 'amh', language: 'am', isOwn: false }
} as const
/** Also where points are set upon letters, as Yiddish does. */
const JOINED = new Set(['Arabic', 'Devanagari', 'Hebrew', 'Thai'])
/** Left to right, right to left, and without spaces; which side a note stands on is no question of its letters. */
const IN_BOTH_FORMS = new Set(['the seed briefing', 'Arabic', 'Han'])
const RIGHT_TO_LEFT = new Set(['Arabic', 'Hebrew'])

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

const scripts = await Promise.all(
  Object.entries(SCRIPTS).map(async ([script, { file, language, isOwn }]) => {
    const path = pathOf(`c-texts/udhr-utf8/${file}.txt`)
    const dir = RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
    return { script, isOwn, item: await marked(path, { language, dir, title: `${script}: ${file}` }) }
  })
)
const seed = await marked(seedPath('000_e4ceb94cad774a4f.txt'), { language: 'en' })

describe.each([{ script: 'the seed briefing', isOwn: true, item: seed }, ...scripts])(
  'the PDF of $script',
  ({ script, isOwn, item }) => {
    for (const notes of IN_BOTH_FORMS.has(script) ? (['end', 'margin'] as const) : (['end'] as const)) {
      describe(`notes: ${notes}`, () => {
        promisesOfPrint({
          ...{ engine: () => engine, item, notes },
          isInOwnFonts: isOwn,
          hasJoinedLetters: JOINED.has(script)
        })
      })
    }
  }
)

/** A text with marks over words, over lines, upon each other and over paragraphs, some with notes in its own script. */
async function marked(path: string, briefing: Partial<PrintItem['briefing']>): Promise<PrintItem> {
  const { tree, title } = await importedFrom(path)
  const long = blocksOf(tree).filter(({ text }) => text.length > 60)
  const words = long.map(({ text }) => wordsIn(text, briefing.language ?? 'en'))
  const wishes = words.slice(0, 8).flatMap((all, index): MarkWish[] => {
    const from = index % 3
    const note = { note: long[index + 1]?.text.slice(0, 90).trim() ?? '', author: 'Ada' }
    return [
      { quote: spanOf(all, from, from + 3), color: 'yellow', ...(index % 2 === 0 ? note : {}) },
      {
        quote: spanOf(all, from + 2, from + 7),
        color: 'blue',
        style: index % 2 === 0 ? 'underline' : 'highlight'
      }
    ]
  })
  return printItem(tree, { title, ...briefing }, wishes)
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

function wordsIn(text: string, language: string): readonly Word[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ text, start: index, end: index + segment.length }))
}

/** The words from one to another with what stands between them. */
function spanOf(words: readonly Word[], from: number, to: number): string {
  const [first, last] = [words[from], words[Math.min(to, words.length) - 1]]
  return first === undefined || last === undefined ? '' : first.text.slice(first.start, last.end)
}
