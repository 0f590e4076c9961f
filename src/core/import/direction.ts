const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
/** Enough to outweigh a foreign title or an address at the start. */
const SAMPLE = 20_000

/** The direction in which most letters of a text run. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? []
  const rightToLeft = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length
  return rightToLeft * 2 > letters.length ? 'rtl' : 'ltr'
}
