/** A CSS string (CSS Syntax Level 3, section 4.3.5): everything that could end it is written as a code point. */
export function cssString(value: string): string {
  const escaped = value.replace(
    /["\\<>\p{Cc}]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `
  )
  return `"${escaped}"`
}
