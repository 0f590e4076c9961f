import type { TextRange } from '../text/text-range'

/** A letter or digit of a script that has spaces between its words. */
const WORD_UNIT =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}]$/u

/** Whether `range` begins or ends inside a word: the V of VII is not the V that was marked. */
export function cutsWords(text: string, { start, end }: TextRange): boolean {
  return isInWord(text, start) || isInWord(text, end)
}

function isInWord(text: string, at: number): boolean {
  return WORD_UNIT.test(text.charAt(at - 1)) && WORD_UNIT.test(text.charAt(at))
}
