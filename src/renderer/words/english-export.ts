import { count, integer } from './counts'

const points = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What the window says of a PDF that is being made. */
export const exportWords = {
  export: {
    title: 'Export and print',
    save: 'Save PDF…',
    print: 'Print…',
    saving: 'Making the PDF…',
    printing: 'Handing the pages to the printer…',
    saved: (pages: number, marks: number) =>
      `PDF saved: ${count(pages, 'page', 'pages')}, ${count(marks, 'mark', 'marks')}.`,

    printed: 'The pages are on their way to the printer.',

    briefings: 'Briefings',
    position: (place: number, total: number) => `${integer.format(place)} of ${integer.format(total)}`,
    packKeys: 'Alt with the arrow keys up and down moves it, Delete takes it out.',
    moveUp: (title: string) => `Move “${title}” up`,
    moveDown: (title: string) => `Move “${title}” down`,
    takeOut: (title: string) => `Take “${title}” out`,
    moved: (title: string, place: number, total: number) =>
      `“${title}” is now ${integer.format(place)} of ${integer.format(total)}.`,
    takenOut: (title: string, left: number) => `“${title}” taken out, ${integer.format(left)} left.`,
    added: (title: string, total: number) =>
      `“${title}” added, ${count(total, 'briefing', 'briefings')} now.`,
    add: 'Add briefings',
    addFind: 'Find a briefing to add',
    addOf: (title: string) => `Add “${title}”`,
    addNone: 'No other briefing matches.',
    addMore: (amount: number) => `${integer.format(amount)} more: type a word of the title.`,
    empty: 'Add a briefing to begin.',

    documentTitle: 'Title',
    pagesSection: 'Pages',
    fileSection: 'File',
    notes: 'Notes',
    forms: {
      auto: 'What suits',
      margin: 'In the margin',
      end: 'At the end',
      only: 'Without the text',
      none: 'Leave out'
    },
    paper: 'Paper',
    papers: { a4: 'A4', letter: 'Letter' },
    margins: 'Margins',
    marginWidths: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    typeface: 'Typeface',
    typefaces: { serif: 'Serif', sans: 'Sans serif' },
    textSize: 'Text size',
    points: (size: number) => `${points.format(size)} pt`,
    smaller: 'Smaller text',
    larger: 'Larger text',
    color: 'Colours',
    colorings: { colour: 'In colour', greyscale: 'Greyscale' },
    native: 'Annotations that other programs can open',

    partsSection: 'Before and behind the text',
    lines: { preparedBy: 'Prepared by', preparedFor: 'Prepared for', series: 'Series' },
    parts: { cover: 'Cover', contents: 'Contents', index: 'Index of marks', sources: 'Sources' },
    partChoices: { auto: 'Where it helps', yes: 'Yes', no: 'No' },
    lists: { taskings: 'Page of what is to be done', questions: 'Page of questions' },
    summary: 'Summary',
    summaryChoose: 'Choose highlights…',
    summaryCount: (amount: number) => count(amount, 'highlight', 'highlights'),
    summaryHint: 'One page in front quotes the highlights that you tick, in your order, with note and page.',
    summaryChosen: 'In the summary',
    summaryMarks: 'Marks to choose from',
    summaryFind: 'Find among the marks',
    summaryNone: 'There are no marks with words in these briefings.',
    back: 'Back',

    audienceSection: 'Audience',
    profile: 'For',
    everyone: 'Everyone: all marks',
    profilesOpen: 'Edit profiles…',
    profiles: 'Profiles',
    profilesHint: 'What is pressed or ticked goes out. Whatever stays is never in the file.',
    profileEdit: 'Profile',
    profileNew: 'New profile',
    profileNewName: 'New profile',
    profileRemove: (name: string) => `Delete “${name}”`,
    profileGone: (name: string) => `“${name}” is deleted; the PDF is for everyone now, with all marks.`,
    profileName: 'Name',
    profileTypes: 'Types that go out',
    profileColors: 'Colours that go out',
    profileLists: {
      authors: 'Only marks of these authors; empty for all',
      withTags: 'Only marks with one of these tags; empty for all',
      withoutTags: 'Never marks with one of these tags'
    },
    profileParts: {
      notes: 'Notes go along with their marks',
      tags: 'Tags go along',
      names: 'Names of authors and of who is to act go along',
      visualOnly: 'Marks are only drawn, without PDF annotations'
    },
    preflightOpen: 'What leaves…',
    preflight: 'What leaves in the file',
    preflightHint: 'The finished file is searched for every private note, and is not made if one is found.',
    leavingTypes: 'Marks',
    leavingNames: 'Names',
    leavingTags: 'Tags',
    leavingFiles: 'Files',
    typeCount: (type: string, amount: number) => `${type}: ${integer.format(amount)}`,
    nothing: 'none',
    staying: 'What stays',
    stayingMore: (amount: number) => `and ${count(amount, 'other', 'others')}`,
    stayReasons: {
      type: 'stays by its type',
      color: 'stays by its colour',
      author: 'stays by its author',
      tag: 'stays by a tag',
      'clean-copy': 'stays, since marks are left out',
      note: 'goes out without its note'
    },
    marking: 'Marking',
    markingNone: 'None',
    markingHint: 'A label for readers on top and bottom of every page; it protects nothing.',
    attachments: 'Attached',
    attachmentsAs: (kind: string) => `By profile: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
    attachmentKinds: {
      none: 'Nothing',
      annotations: 'Marks as W3C JSON-LD',
      all: 'Marks and original files'
    },

    preview: 'Pages as they will print',
    /** `label` is what is printed on it. */
    page: (number: number, total: number, label: string) =>
      label === String(number)
        ? `Page ${integer.format(number)} of ${integer.format(total)}`
        : `Page ${label === '' ? '' : `${label}: `}${integer.format(number)} of ${integer.format(total)}`,
    nextPage: 'Next page',
    previousPage: 'Previous page',
    ready: (pages: number, marks: number, form: string) =>
      `${count(pages, 'page', 'pages')} · ${count(marks, 'mark', 'marks')} · ${form}`,
    formFacts: {
      margin: 'notes in the margin',
      end: 'notes at the end',
      only: 'quotes and notes only',
      none: 'without notes'
    },
    steps: {
      composing: 'Composing…',
      printing: (pass: number, passes: number) =>
        passes > 1 ? `Setting the pages, ${pass} of ${passes}…` : 'Setting the pages…',
      finishing: 'Finishing…'
    },
    stop: 'Stop',
    stopped: 'The preview was stopped.',
    again: 'Make the preview'
  }
} as const
