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
    takenOut: (title: string, left: number) =>
      `“${title}” taken out, ${count(left, 'briefing', 'briefings')} left.`,
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

    preview: 'Pages as they will print',
    page: (number: number, total: number) => `Page ${integer.format(number)} of ${integer.format(total)}`,
    nextPage: 'Next page',
    previousPage: 'Previous page',
    ready: (pages: number, marks: number, form: string) =>
      `${count(pages, 'page', 'pages')} · ${count(marks, 'mark', 'marks')} · ${form}`,
    readySaid: (pages: number) => `The preview is ready: ${count(pages, 'page', 'pages')}.`,
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
