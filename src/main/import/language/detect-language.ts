import { eld } from 'eld/extrasmall'

/** Characters of the sample; more make it no surer. */
const SAMPLE = 6_000
/** Fewer letters are a name or two, in any language; those outside ASCII say as much as three. */
const TOO_FEW_LETTERS = 16
/** With fewer letters than this, only a detector that is sure of itself is believed. */
const FEW_LETTERS = 60
const LOWEST_FIT = 0.4
const CLEAR_LEAD = 0.1

/** The BCP 47 tag (RFC 5646) of the language that a text is in, or `null` when it cannot be told. */
export function detectLanguage(text: string): string | null {
  const sample = sampleOf(text)
  if (count(sample, /[a-z]/gi) + 3 * count(sample, /[^\0-\x7f\P{L}]/gu) < TOO_FEW_LETTERS) return null
  const found = eld.detect(sample)
  if (found.language === '') return null
  if (!found.isReliable() && !isClear(sample, found.getScores())) return null
  return refined(found.language, sample)
}

/** Half from the start, half from the middle. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, SAMPLE / 2)}\n${text.slice(middle, middle + SAMPLE / 2)}`.toWellFormed()
}

/** The detector asks for more than Vietnamese ever reaches. */
function isClear(sample: string, scores: Record<string, number>): boolean {
  const [best = 0, second = 0] = Object.values(scores).sort((a, b) => b - a)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return letters >= FEW_LETTERS && best >= LOWEST_FIT && best - second >= CLEAR_LEAD
}

/** Letters that Yiddish has and Hebrew has not. */
const YIDDISH = /[\u05f0-\u05f2]|\u05d0[\u05b7\u05b8]|\u05e4\u05bf/g
/** Common characters that only one of the two ways of writing Chinese has. */
const SIMPLIFIED = /[这们说时为对会经发动国来个学过关开东车见还进实现样头长问间电话书让应该务义]/g
const TRADITIONAL = /[這們說時為對會經發動國來個學過關開東車見還進實現樣頭長問間電話書讓應該務義]/g

function refined(language: string, sample: string): string {
  if (language === 'he') return count(sample, YIDDISH) > sample.length / 200 ? 'yi' : 'he'
  if (language !== 'zh') return language
  return count(sample, SIMPLIFIED) >= count(sample, TRADITIONAL) ? 'zh-Hans' : 'zh-Hant'
}

function count(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0
}
