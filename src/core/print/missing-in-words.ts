/** More than these would be a list that nobody reads. */
const MOST_NAMED = 12

/** That letters are missing in a PDF, for the person who made it. `letters` is not empty. */
export function missingInWords(letters: string): string {
  const all = [...letters]
  const named = all.slice(0, MOST_NAMED).map((letter) => `${letter} (${codePointOf(letter)})`)
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : ''
  return `No font on this computer has a letter for ${named.join(', ')}${more}: boxes are printed in their place. Install a font that has them and export again.`
}

function codePointOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
