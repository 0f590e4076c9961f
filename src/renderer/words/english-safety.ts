import type { RestorePlan } from '#core/backup/backup'
import { count } from './counts'

/** The words of what keeps marks safe: the trash, the history, the backups. */
export const safetyWords = {
  trash: {
    title: 'Trash',
    name: 'Trash',
    empty: 'Nothing is in the trash.',
    hint: 'What you delete stays here until you empty the trash, or for 30 days on which you use the program.',
    briefings: 'Briefings',
    marks: 'Marks',
    when: (day: string) => `deleted ${day}`,
    restore: 'Restore',
    restoreOf: (what: string) => `Restore “${what}”`,
    emptyIt: 'Empty the trash…',
    ask: (briefings: number, marks: number) =>
      `Delete ${[
        ...(briefings > 0 ? [count(briefings, 'briefing', 'briefings')] : []),
        ...(marks > 0 ? [count(marks, 'mark', 'marks')] : [])
      ].join(' and ')} for good? A backup is made first.`,
    forGood: 'Delete for good',
    working: 'Making a backup, then deleting…',
    emptied: 'The trash is empty.',
    deletion: (title: string) => `deletion of “${title}”`,
    restoring: (title: string) => `return of “${title}”`,
    restoringMark: 'return of a mark',
    deleted: (title: string) => `“${title}” is in the trash, with its marks.`
  },
  backups: {
    name: 'Backups',
    title: 'Backups',
    none: 'No backup has been made yet.',
    last: (moment: string) => `Last backup: ${moment}`,
    hint: 'Made by itself while you work, read back after writing, and readable without this program. Kept are the last 10, one a day for 7 days and one a week for 8 weeks.',
    make: 'Back up now',
    full: 'Save a full copy…',
    check: 'Check and repair',
    kept: 'Kept backups',
    folder: 'Kept in',
    choose: 'Choose another folder…',
    restore: 'Restore',
    restoreOf: (moment: string) => `Restore the backup of ${moment}`,
    holds: (briefings: number, marks: number) =>
      `${count(briefings, 'briefing', 'briefings')}, ${count(marks, 'mark', 'marks')}`,
    reasons: {
      automatic: 'made by itself',
      'asked-for': 'asked for',
      'before-emptying': 'before the trash was emptied',
      'before-restoring': 'before restoring',
      'before-repairing': 'before repairing',
      'before-migrating': 'before a new version'
    },
    making: 'Writing the backup and reading it back…',
    choosing: 'Choosing a folder…',
    restoring: 'Making a backup, then restoring…',
    checking: 'Reading every file of the library…',
    comparing: 'Comparing it with the library…',
    savedFull: 'The full copy is saved; its READ ME says how to use it.',
    restored: 'Restored. What was there before is in the history of each mark.',
    ask: (moment: string) => `Restore the backup of ${moment}?`,
    askHint: 'This brings back what is gone and what was changed since. What you made since stays.',
    same: 'Everything in this backup is in the library as it was, so there is nothing to restore.',
    more: (amount: number) => `and ${count(amount, 'more', 'more')}`,
    damaged: (amount: number) =>
      `${count(amount, 'file', 'files')} in this backup cannot be read; an earlier backup may have ${amount === 1 ? 'it' : 'them'}.`,
    left: (amount: number) =>
      `${count(amount, 'mark', 'marks')} in this backup ${amount === 1 ? 'was' : 'were'} made on an edition that was taken back since; to restore ${amount === 1 ? 'it' : 'them'}, import that edition again first.`,
    changes: ({ briefings, added, changed, titles, markings }: RestorePlan) => [
      ...briefings.map(({ title }) => ({ what: 'Briefing comes back', name: title })),
      ...added.map(({ quote }) => ({ what: 'Mark comes back', name: quote })),
      ...changed.map(({ quote }) => ({ what: 'Mark as it was', name: quote })),
      ...titles.map(({ to }) => ({ what: 'Title as it was', name: to })),
      ...markings.map(({ marking, quote }) => ({
        what: `Marking comes back: ${marking}`,
        name: quote === '' ? 'The whole briefing' : quote
      }))
    ],
    sound: (briefings: number, marks: number) =>
      `The library is sound: ${count(briefings, 'briefing', 'briefings')}, ${count(marks, 'mark', 'marks')}, every file read.`
  },
  history: {
    title: 'History of this mark',
    open: 'History',
    made: 'Made',
    saved: 'Changed',
    deleted: 'Deleted',
    restored: 'Brought back',
    shown: 'As it is now',
    beside: 'Made elsewhere at the same time',
    here: 'on this device',
    elsewhere: 'on another device',
    noNote: 'Without a note',
    use: 'Use this version',
    loading: 'Reading the history…',
    done: 'The mark is as it was then; what it was before stays in its history.'
  }
} as const
