import { shown } from './faults'

/** Sentences about annotations that come in; an index counts from 0, as in the JSON. */
export const importWords = {
  refused: (index: number, why: string) => `The annotation at index ${index} was not taken over: ${why}.`,
  absent: (words: string) =>
    `The words ${shown(words)} do not occur in this briefing; the annotation was kept without a place.`,
  ambiguous: (words: string) =>
    `The words ${shown(words)} occur several times and nothing says which are meant; the annotation was kept without a place.`,
  noWords: (types: string) =>
    `It points by ${types}, which says nothing about a text, and quotes no words; it was kept as a note on the whole briefing.`,
  elsewhere: (address: string) =>
    `What follows stands at ${address} and not in this file; nothing is fetched, so download that page and import it too.`,
  believed: (source: string, title: string) =>
    `The annotations are about ${shown(source)}, which nothing else ties to “${title}”; they were taken over because you chose this briefing.`
} as const
