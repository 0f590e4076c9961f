/**
 * Fold a label that people type again (a tag, a marking, the name of a profile): case, the forms of one
 * letter, the two i of Turkish, white space around it and a # in front make no other label. Accents do:
 * in a short word they tell one from another.
 */
export function foldedLabel(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\u0307/gu, '')
    .replace(/ı/gu, 'i')
    .replace(/^[#\s]+/u, '')
    .trim()
}
