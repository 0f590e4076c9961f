/** Advances in ems of the sans serif letters that tables and running heads are set in. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uFF01-\uFF60]/u,
    1
  ],
  [/[MWmw@%—…]/u, 0.95],
  [/[iljI.,:;'’|!]/u, 0.3],
  [/[ft()r\s-]/u, 0.38],
  [/\p{Lu}/u, 0.68],
  [/\p{N}/u, 0.58]
]
const OTHERS = 0.57

/** About how wide a text is on one line, in ems: enough to choose between two ways of setting it. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? OTHERS
  return width
}
