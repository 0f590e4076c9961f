import { count } from './counts'

/** What the window says of annotations that go in and out. */
export const interchangeWords = {
  interchange: {
    title: 'Annotations in and out',
    import: 'import of annotations',
    importChosen: 'Import from a file…',
    importHint: 'W3C Web Annotations, or an export of Hypothesis.',
    format: 'Format',
    formats: {
      jsonld: 'W3C JSON-LD',
      md: 'Markdown',
      csv: 'Table (CSV)',
      html: 'Web page'
    },
    export: 'Export…',
    copy: 'Copy as Markdown',
    copied: 'All annotations copied.',
    exported: (amount: number) => `${count(amount, 'annotation', 'annotations')} exported.`,
    offerTitle: 'Import annotations?',
    offer: (file: string, title: string) =>
      `“${file}” may hold annotations. They are put on their words in “${title}”.`,
    offerYes: 'Import annotations',
    reportTitle: 'Imported annotations',
    added: (amount: number) => `${count(amount, 'mark', 'marks')} taken over`,
    updated: (amount: number) => `${count(amount, 'mark', 'marks')} brought up to date`,
    known: (amount: number) => `${count(amount, 'mark was', 'marks were')} here already`,
    orphans: (amount: number) => `${count(amount, 'mark', 'marks')} without a place`,
    refused: (amount: number) => `${count(amount, 'annotation', 'annotations')} refused`,
    none: 'The file holds no annotations.',
    undoHint: 'Ctrl+Z takes all of it back.'
  }
} as const
