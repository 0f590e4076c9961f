import { count, integer } from './counts'

/** What the window says of the marks of the whole library. */
export const allMarksWords = {
  allMarks: {
    name: 'All marks and notes',
    reading: (done: number, total: number) =>
      `Reading ${integer.format(done)} of ${integer.format(total)} briefings…`,
    none: 'There are no marks in this library yet.',
    briefing: 'Briefing',
    briefingPlaceholder: 'Words of its title',
    from: 'Dated from',
    to: 'to',
    group: 'Order',
    groups: { briefing: 'By briefing', time: 'By time' },
    marks: (amount: number) => count(amount, 'mark', 'marks')
  }
} as const
