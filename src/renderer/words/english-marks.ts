import type { Style } from '#core/annotation/annotation'
import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import { TYPE_NAMES } from '#core/print/print-words'
import { integer } from './counts'

const STYLE_NAMES: Readonly<Record<Style, string>> = {
  highlight: 'Highlight',
  underline: 'Underline',
  strike: 'Strike'
}

const DONE: Readonly<Record<Style, string>> = {
  highlight: 'highlighted',
  underline: 'underlined',
  strike: 'struck through'
}

/** What the window says of marks. */
export const markWords = {
  marks: {
    name: 'Marks and notes',
    reading: 'Reading the marks …',
    none: 'No marks yet',
    noneHint:
      'Select a passage, or go to a sentence with the arrow keys. Then choose a colour or press H; N writes a note.',
    highlight: 'mark',
    color: 'change of colour',
    note: 'change of note',
    deletion: 'deletion',
    version: 'change of version',
    added: {
      highlight: (color: string, quote: string) => `Highlighted in ${color}: “${quote}”`,
      underline: (color: string, quote: string) => `Underlined in ${color}: “${quote}”`,
      strike: (color: string, quote: string) => `Struck through in ${color}: “${quote}”`
    },
    restyled: (style: Style) => `Now ${DONE[style]}.`,
    recolored: (color: string) => `Now ${color}.`,
    deleted: (amount: number) =>
      amount === 1 ? 'Mark deleted.' : `${integer.format(amount)} marks deleted.`,
    undone: (what: string) => `Taken back: ${what}.`,
    redone: (what: string) => `Made again: ${what}.`,
    nothingToUndo: 'There is nothing to take back.',
    nothingToRedo: 'There is nothing to make again.',
    noMore: 'There are no further marks.',
    selectFirst: 'Select a passage first, or go to one with the arrow keys.',
    /** What a card is to who hears it. */
    describe: ({ type, style, note, tags, anchor }: PlacedAnnotation, color: string, quote: string) => {
      const kind = anchor === null ? 'Note on the whole briefing' : note === '' ? STYLE_NAMES[style] : 'Note'
      const kinds = type === 'note' ? kind : `${TYPE_NAMES[type]}, ${kind.toLowerCase()}`
      const tagged = tags.length === 0 ? '' : ` Tagged ${tags.join(', ')}.`
      const words = anchor === null ? '.' : `: “${quote}”.`
      return `${kinds}, ${color}${words}${tagged} Enter edits the note, Delete removes it.`
    },
    goTo: 'Show in the text',
    edit: 'Edit note',
    addNote: 'Add note',
    remove: 'Delete mark',
    changeColor: 'Colour',
    addedGeneral: 'Note on the whole briefing saved.',
    orphan: 'These words no longer stand in the briefing.',
    general: 'On the whole briefing',
    addGeneral: 'Note on the whole briefing',
    besideLines: 'Notes beside their lines',
    count: (amount: number) => integer.format(amount),
    /** What may stand behind the place of a card. */
    statuses: { exact: '', moved: 'Moved', changed: 'Words changed', orphan: 'Words gone' },
    details: 'Type, style and tags',
    type: 'Type',
    typeChange: 'change of type',
    typeOfChosen: 'Type of all…',
    style: 'Style',
    styleChange: 'change of style',
    owner: 'Owner',
    ownerNow: (owner: string) => (owner === '' ? 'Nobody is named.' : `To be done by ${owner}.`),
    due: 'Due',
    dueNow: (due: string | null) => (due === null ? 'No day is set.' : `Due ${due}.`),
    dueShort: (day: string) => `due ${day}`,
    task: 'change of the task',
    tags: 'Tags',
    tagsChange: 'change of tags',
    addTag: 'Add a tag',
    tagPlaceholder: 'Add…',
    removeTag: (tag: string) => `Remove the tag ${tag}`,
    tagged: (tag: string) => `Tagged ${tag}.`,
    untagged: (tag: string) => `Tag ${tag} removed.`,
    extent: 'change of extent',
    resized: (quote: string) => `Now “${quote}”`,
    noFurther: 'The mark ends here.',
    start: 'Start of the mark',
    end: 'End of the mark',
    merge: 'merging',
    mergeChosen: 'Merge into one mark',
    merged: (amount: number) => `${integer.format(amount)} marks are one now.`,
    nothingToMerge: 'Choose at least two marks to merge.',
    split: 'Split where the cursor stands, or where you clicked',
    splitting: 'splitting',
    splitDone: 'The mark is two marks now.',
    splitHint: 'Click inside the mark where its second part is to begin, or put the cursor there.',
    chosen: (amount: number) => `${integer.format(amount)} chosen`,
    chooseNone: 'Choose none',
    removeChosen: 'Delete the chosen marks'
  },
  colorMeanings: {
    open: 'Meanings of the colours',
    title: 'Meanings of the colours',
    hint: 'A name says what a colour means to you. Each colour also has a digit, its key, and a line of its own, so that it can be told apart without colour.',
    meaningOf: (color: string) => `Meaning of ${color}`,
    sample: 'Sample',
    placeholders: {
      yellow: 'Yellow',
      green: 'Green',
      blue: 'Blue',
      pink: 'Pink',
      purple: 'Purple',
      orange: 'Orange',
      red: 'Red',
      grey: 'Grey'
    }
  },
  types: TYPE_NAMES,
  styles: STYLE_NAMES
} as const
