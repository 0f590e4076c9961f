import type { Color } from '#core/annotation/annotation'
import { count, integer } from './counts'
import { editionWords } from './english-editions'
import { allMarksWords } from './english-all-marks'
import { citeWords } from './english-cite'
import { cursorWords } from './english-cursor'
import { exportWords } from './english-export'
import { filterWords } from './english-filter'
import { handlingWords } from './english-handling'
import { interchangeWords } from './english-interchange'
import { markWords } from './english-marks'
import { safetyWords } from './english-safety'

const colors: Readonly<Record<Color, string>> = {
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  pink: 'pink',
  purple: 'purple',
  orange: 'orange',
  red: 'red',
  grey: 'grey'
}

/** Every word of the window that does not come from a briefing or from a problem. */
export const words = {
  ...safetyWords,
  ...markWords,
  ...editionWords,
  ...interchangeWords,
  ...exportWords,
  ...handlingWords,
  ...citeWords,
  ...filterWords,
  ...allMarksWords,
  ...cursorWords,
  product: 'Briefing Reader',
  colors,
  actions: {
    import: 'Import',
    importLong: 'Import briefings…',
    export: 'Export PDF',
    find: 'Find',
    goTo: 'Contents and go to',
    text: 'Text and theme',
    help: 'Keyboard shortcuts',
    library: 'Library',
    notes: 'Marks and notes',
    undo: 'Undo',
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    show: 'Show in folder',
    details: 'Details',
    open: 'Open'
  },
  library: {
    name: 'Library',
    filter: 'Filter briefings',
    clearFilter: 'Clear the filter',
    undated: 'No date',
    marks: (amount: number) => count(amount, 'mark', 'marks'),
    noMatch: (query: string) => `No briefing matches “${query}”.`,
    noMatchHint: 'The filter looks at titles, dates, tags and sources.',
    empty: 'No briefings yet',
    loading: 'Reading the library…',
    count: (amount: number) => count(amount, 'briefing', 'briefings'),
    renaming: 'change of the title',
    remove: 'Move to the trash',
    removeOf: (title: string) => `Move “${title}” to the trash`
  },
  importing: {
    name: 'import',
    progress: (done: number, total: number) =>
      `Importing ${integer.format(done)} of ${integer.format(total)}`,
    one: (title: string) => `Imported “${title}”.`,
    many: (amount: number) => `Imported ${count(amount, 'briefing', 'briefings')}.`,
    duplicate: (title: string) => `“${title}” is in the library already; here it is.`,
    title: 'What became of the import',
    imported: 'Imported',
    duplicates: 'In the library already',
    failed: 'Not imported',
    warnings: 'Imported, with something left out',
    drop: 'Drop to import',
    dropHint: 'Text and Markdown files, as many as you like.',
    nothing: 'There was nothing to import in what was dropped.',
    pasted: 'Pasted text'
  },
  empty: {
    title: 'Bring in a briefing',
    text: 'Drop a text or Markdown file anywhere on this window, paste text, or choose files.',
    choose: 'Choose files…',
    hint: 'Everything stays on this machine, and your marks are saved as you make them.',
    pick: 'Choose a briefing',
    pickText: 'Pick one from the library on the left, or drop another file on this window.'
  },
  failed: {
    library: 'The library could not be read',
    briefing: 'This briefing could not be opened',
    gone: 'It was moved to the trash or removed on another device; its marks are with it.'
  },
  article: {
    name: 'Briefing',
    loading: 'Opening the briefing…',
    rename: 'Edit the title',
    title: 'Title',
    source: 'Source',
    words: (amount: number) => count(amount, 'word', 'words'),
    minutes: (amount: number) => `${integer.format(amount)} min`,
    readingTime: (amount: number) => `about ${count(amount, 'minute', 'minutes')} of reading`,
    progress: (percent: number) => `${percent} % read`,
    footnotes: 'Footnotes',
    footnote: (label: string) => `Footnote ${label}`,
    backToText: (label: string) => `Back to the text of footnote ${label}`,
    table: 'Table',
    done: 'Done:',
    open: 'To do:',
    pictureMissing: 'Picture not shown',
    pictureElsewhere: 'Not brought in, since it lies at',
    noText: 'There is no text in this briefing.',
    blockMarks: ({ highlights, notes }: { highlights: number; notes: number }) =>
      notes === 0
        ? `(${count(highlights, 'mark', 'marks')})`
        : `(${count(highlights, 'mark', 'marks')}, ${count(notes, 'note', 'notes')})`
  },
  popup: {
    name: 'Mark the selection',
    mark: (color: string) => `Mark in ${color}`,
    note: 'Note',
    tags: 'Tags',
    styles: { highlight: 'Highlight', underline: 'Underline', strike: 'Strike through' },
    copy: 'Copy',
    copied: 'Copied.'
  },
  note: {
    name: 'Note',
    placeholder: 'What should be remembered here?',
    hint: 'Saved as you write. Ctrl+Enter or Esc is done.',
    saving: 'Saving…',
    saved: 'Saved',
    failed: 'Not saved'
  },
  find: {
    name: 'Find in this briefing',
    placeholder: 'Find in this briefing',
    count: (current: number, total: number) => `${integer.format(current)} of ${integer.format(total)}`,
    none: 'Not found',
    next: 'Next (F3)',
    previous: 'Previous (Shift+F3)',
    wrapped: 'Went on from the other end.'
  },
  text: {
    size: 'Text size',
    smaller: 'Smaller text',
    larger: 'Larger text',
    reset: 'Normal text size',
    typeface: 'Typeface',
    serif: 'Serif',
    sans: 'Sans serif',
    theme: 'Theme',
    snaps: 'The mouse selects whole words',
    snapsHint: 'Hold Alt when you let go to select single letters all the same',
    system: 'System',
    light: 'Light',
    dark: 'Dark'
  },
  link: {
    title: 'Open this link in your browser?',
    mail: 'Write to this address?',
    host: 'Goes to',
    address: 'Whole address',
    spelled: 'Spelled in another script, this is',
    open: 'Open link',
    copy: 'Copy address',
    copied: 'Address copied.'
  },
  shortcuts: { title: 'Keyboard shortcuts' },
  skip: 'Skip to the briefing'
} as const
