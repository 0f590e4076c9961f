/**
 * Fold `text` so that what a person types finds what they mean: case, diacritics and the Turkish
 * dotted and dotless i make no difference (guide/libraries.md, section 5). The fold may change the
 * length: use it to compare, not to count.
 */
export function foldForSearch(text: string): string {
  return text
    .replace(/[ıİI]/gu, 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
}
