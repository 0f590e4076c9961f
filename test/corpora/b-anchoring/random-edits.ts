import type { Seeded } from '../../faults/seeded'
import { assembled, type EditedText, type Piece } from './edited-text'

/** A text in which `share` (0 to 1) of the words, each by chance, is edited: itself or a letter put in, left out or replaced. */
export function withRandomEdits(text: string, share: number, chance: Seeded): EditedText {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index, 0: word }) => ({ at: index, word }))
  const pieces: Piece[] = []
  let from = 0
  for (const { at, word } of words) {
    if (!chance.chance(share)) continue
    const other = words[chance.below(words.length)]?.word ?? 'other'
    const { cutFrom, cutTo, added } = editOf(word, other, chance)
    pieces.push({ from, to: at + cutFrom }, { added })
    from = at + cutTo
  }
  return assembled(text, [...pieces, { from, to: text.length }])
}

interface Edit {
  /** What is left out of the word. */
  readonly cutFrom: number
  readonly cutTo: number
  readonly added: string
}

/** `other` is a word of the same text, so that words are put in that stand elsewhere too. */
function editOf(word: string, other: string, chance: Seeded): Edit {
  const letters = [...word]
  const letter = chance.below(letters.length)
  const start = letters.slice(0, letter).join('').length
  const end = start + (letters[letter]?.length ?? 1)
  const put = [...other][0] ?? 'x'
  return chance.pick<Edit>([
    { cutFrom: 0, cutTo: 0, added: `${other} ` },
    { cutFrom: 0, cutTo: word.length, added: '' },
    { cutFrom: 0, cutTo: word.length, added: other },
    { cutFrom: start, cutTo: start, added: put },
    { cutFrom: start, cutTo: end, added: '' },
    { cutFrom: start, cutTo: end, added: put }
  ])
}
