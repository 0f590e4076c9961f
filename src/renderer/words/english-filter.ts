import type { MarkCondition } from '#core/annotation/mark-filter'
import { integer } from './counts'

const CONDITIONS: Readonly<Record<MarkCondition, string>> = {
  moved: 'Moved',
  changed: 'Words changed',
  orphan: 'Words gone',
  unreviewed: 'To be reviewed'
}

/** What the window says of choosing among marks. */
export const filterWords = {
  filter: {
    words: 'Search notes, passages and tags',
    placeholder: 'Search marks',
    clearWords: 'Clear the words',
    open: 'Filter',
    name: 'Filter marks',
    clear: 'Clear the filter',
    shown: (shown: number, total: number) => `${integer.format(shown)} of ${integer.format(total)}`,
    /** Said when what is shown has changed. */
    announce: (shown: number, total: number) =>
      `${integer.format(shown)} of ${integer.format(total)} marks shown.`,
    nothing: 'No mark passes the filter.',
    hidden: 'The filter hides the card of the selected mark.',
    colors: 'Colours',
    types: 'Types',
    tags: 'Tags',
    authors: 'Written by',
    nobody: 'No name',
    conditions: 'Place in this edition',
    notes: 'Notes',
    notesAre: { any: 'All', with: 'With a note', without: 'Without' },
    conditionsAre: CONDITIONS,
    amount: (amount: number) => integer.format(amount),
    /** What a choice is to who hears it. */
    choice: (name: string, amount: number) => `${name}, ${integer.format(amount)}`,
    order: 'Order',
    orders: { place: 'By place', time: 'Newest first' }
  }
} as const
