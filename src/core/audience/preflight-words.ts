import { counted } from '../text/counted'
import type { Preflight, PreflightWarning } from './preflight'

/** What a person should know before a file leaves, as a sentence. */
export function warningInWords(warning: PreflightWarning): string {
  switch (warning.code) {
    case 'originals-go-along':
      return warning.files === 1
        ? 'The original file goes along as it was imported, with whatever its author left in it.'
        : `${warning.files} original files go along as they were imported, with whatever their authors left in them.`
    case 'notes-too-short':
      return warning.notes === 1
        ? 'One private note is so short that the finished file cannot be searched for it.'
        : `${warning.notes} private notes are so short that the finished file cannot be searched for them.`
    case 'marked-higher':
      return `The pages say ${warning.printed}, not ${warning.said}: what is in the document is marked so.`
    case 'paragraph-gone':
      return `A paragraph marked ${warning.marking} is not in this edition any more, and its marking still counts: “${shortened(warning.quote)}”`
  }
}

/** How many marks leave and how many stay. */
export function countsInWords({ profile, leaving, staying }: Preflight): string {
  const whole = staying.filter(({ reason }) => reason !== 'note').length
  const audience = profile === null ? '' : `For ${profile}: `
  const bare = staying.length - whole
  return [
    `${audience}${counted(leaving.marks, 'mark')} with ${counted(leaving.notes, 'note')} ${leaves(leaving.marks)}`,
    `${counted(whole, 'mark')} ${whole === 1 ? 'stays' : 'stay'}`,
    ...(bare > 0
      ? [`${counted(bare, 'mark')} ${leaves(bare)} without ${bare === 1 ? 'its note' : 'their notes'}`]
      : [])
  ].join(', ')
}

function leaves(count: number): string {
  return count === 1 ? 'leaves' : 'leave'
}

const LONGEST = 60

function shortened(quote: string): string {
  const letters = [...quote]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : quote
}
