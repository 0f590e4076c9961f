import { type SentenceRules, sentenceRules } from './sentence-rules'
import type { TextRange } from './text-range'

/** Quotes and brackets that open; UAX #29 counts them with what stands before them. */
const OPENING = /[“‘「『（《〈【[(«]+$/u
/** A quote that closes behind a space, as in French. */
const CLOSING = /^[»”’)\]]+\s*/u
/** After a quotation that ends with its own full stop, words that go on with the sentence around it. */
const AFTER_QUOTE: Readonly<Record<string, RegExp>> = {
  ja: /^(と|って|との|という|など|を|は|が|に|の|も|で|、)/u,
  zh: /^(，|、|[他她它我你]?们?(说|道|问|答|称|表示|指出|强调|写道))/u
}
/** Thai words that go on with a clause: numbering, and, or, but, that, which, in order to, by, for, when, because. */
const THAI_GOES_ON = /^(จำนวน|และ|หรือ|แต่|ว่า|ซึ่ง|ที่|เพื่อ|โดย|สำหรับ|เมื่อ|เพราะ|รวมทั้ง|ตลอดจน)/u
/** A Thai clause is hardly shorter than so many code units; what is shorter is an item of a list. */
const THAI_CLAUSE = 12

/**
 * The sentences of one block of text, without the white space between them.
 *
 * They are those of UAX #29 (`Intl.Segmenter`), put together again where it is known to cut too
 * often: after abbreviations and initials (`sentence-rules.ts`), the number of a list, a question
 * that is quoted, a quotation inside a Japanese or Chinese sentence. Thai has no mark that ends a
 * sentence: there a space between two Thai words ends a clause, and the clause is the step.
 */
export function sentencesOf(block: string, language: string): readonly TextRange[] {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const rules = sentenceRules(language)
  const starts: number[] = []
  for (const at of sentenceStarts(block, language)) {
    const before = starts.at(-1)
    const goesOn = before !== undefined && goesOnAt(block, { before, at, primary, rules })
    if (!goesOn) starts.push(at)
  }
  return starts.flatMap((start, index) => trimmed(block, start, starts[index + 1] ?? block.length))
}

function sentenceStarts(block: string, language: string): readonly number[] {
  const segments = [...segmenterFor(language).segment(block)]
  const starts = segments.map(({ index, segment }, at) => {
    const before = segments[at - 1]
    const opening = before === undefined ? null : OPENING.exec(before.segment)
    if (before !== undefined && opening !== null) return before.index + opening.index
    return at === 0 ? 0 : index + (CLOSING.exec(segment)?.[0].length ?? 0)
  })
  const all = [...new Set(starts)].sort((a, b) => a - b)
  return /[\u0e00-\u0e7f]/u.test(block) ? withThaiClauses(block, all) : all
}

function withThaiClauses(block: string, starts: readonly number[]): readonly number[] {
  const spaces = [...block.matchAll(/(?<=[\u0e00-\u0e7f]) +(?=[\u0e00-\u0e7f])/gu)]
  const clauses = spaces.map(({ index, 0: space }) => index + space.length)
  const all = [...new Set([...starts, ...clauses])].sort((a, b) => a - b)
  const kept: number[] = []
  for (const [index, at] of all.entries()) {
    const length = at - (kept.at(-1) ?? 0)
    const rest = (all[index + 1] ?? block.length) - at
    const isShort = Math.min(length, rest) < THAI_CLAUSE
    if (starts.includes(at) || !(isShort || THAI_GOES_ON.test(block.slice(at)))) kept.push(at)
  }
  return kept
}

interface Border {
  readonly before: number
  readonly at: number
  readonly primary: string
  readonly rules: SentenceRules
}

/** Whether the sentence that begins at `before` goes on at `at`. */
function goesOnAt(block: string, { before, at, primary, rules }: Border): boolean {
  const said = block.slice(before, at)
  const next = block.slice(at)
  if (/\n\s*$/u.test(said)) return false
  if (!/[\p{L}\p{N}]/u.test(said) || !/[\p{L}\p{N}]/u.test(next)) return true
  if (/^\P{L}*\p{Ll}/u.test(next) && !/^\P{L}*\p{N}/u.test(next)) return true
  if (/[」』”’"]\s*$/u.test(said) && (AFTER_QUOTE[primary]?.test(next) ?? false)) return true
  const word = /(?<![\p{L}\p{N}.])((?:[\p{L}\p{N}]+\.)*[\p{L}\p{N}]+)\.[)\]]?\s*$/u.exec(said)?.[1]
  if (word === undefined) return false
  const isWhole = said.trim().length <= word.length + 2
  return (isWhole && isLabel(word)) || isAbbreviation(word, next, rules)
}

/** `1.`, `a.`, `IV.` in front of what it numbers. */
function isLabel(word: string): boolean {
  return /^(\p{N}{1,3}|\p{L}|[IVXLC]{1,5})$/u.test(word)
}

function isAbbreviation(word: string, next: string, rules: SentenceRules): boolean {
  const plain = word.toLowerCase().replaceAll('i̇', 'i')
  if (rules.leading.includes(plain)) return true
  if (rules.numbered.includes(plain) && /^[(\s]*(\p{N}|[IVXLC]+\b)/u.test(next)) return true
  if (rules.openers.includes(firstWord(next))) return false
  // Initials and what is shortened to its letters: J. K. Rowling, U.S. Senate, T.C. Dışişleri, Ph.D.
  if (/^(\p{L}|(\p{L}{1,2}\.)+\p{L}{1,3})$/u.test(word)) return true
  return rules.hasOrdinals && /^(\d{1,2}|[IVXLC]{1,6})$/u.test(word)
}

/** Small, and empty where it is a letter with a full stop: an initial opens no sentence. */
function firstWord(text: string): string {
  const [, word = '', stop] = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)(\.?)/u.exec(text) ?? []
  return word.length === 1 && stop === '.' ? '' : word.toLowerCase()
}

function trimmed(block: string, from: number, to: number): readonly TextRange[] {
  const said = block.slice(from, to)
  const start = from + said.length - said.trimStart().length
  const end = from + said.trimEnd().length
  return start < end ? [{ start, end }] : []
}

/** A segmenter costs a millisecond to make. */
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? newSegmenter(language)
  segmenters.set(language, made)
  return made
}

/** What stood in a file as its language may be none. */
function newSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' })
  }
}
