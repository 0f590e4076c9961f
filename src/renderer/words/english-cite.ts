import type { AgedPassage } from '#core/cite/cited-passage'
import { integer } from './counts'

/** What the window says of citations. */
export const citeWords = {
  cite: {
    copy: 'Copy with source',
    copied: ([only = '', ...others]: readonly string[]) =>
      others.length === 0
        ? `Copied with its source: ${only}`
        : `${integer.format(others.length + 1)} passages copied with their sources.`,
    numbers: 'Paragraph numbers',
    shown: 'Paragraph numbers are shown.',
    hidden: 'Paragraph numbers are hidden.',
    on: 'Shown',
    off: 'Hidden',
    numberTitle: (cited: string) => `Copy the source and a link of ${cited}`
  },
  goTo: {
    title: 'Go to',
    placeholder: '§3 ¶2, 3.2, 40 %, a heading, or a copied citation',
    go: 'Go',
    headings: 'Headings',
    noHeadings: 'This briefing has no headings.',
    noHeadingMatches: 'No heading matches.',
    notFound:
      'There is no such place; try a paragraph like 3.2, a percentage, words of a heading, or a citation.',
    several: 'Several briefings fit. Which one is meant?',
    at: (place: string, quote: string) => (place === '' ? quote : `${place}: ${quote}`),
    /** What became of a passage that was cited from an older edition. */
    aged: ({ edition, newest, status, was, is }: AgedPassage) => {
      const passage = `${was === '' ? 'The passage' : was} of edition ${edition}`
      if (status === 'orphan')
        return `${passage} is gone from edition ${newest}, so edition ${edition} is shown.`
      const where =
        is === '' || is === was
          ? `stands at the same place in edition ${newest}`
          : `is ${is} in edition ${newest}`
      return status === 'changed' ? `${passage} was edited: it ${where}.` : `${passage} ${where}.`
    }
  }
} as const
