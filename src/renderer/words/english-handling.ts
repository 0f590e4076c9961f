/** What the window says of how briefings are to be handled. */
export const handlingWords = {
  handling: {
    title: 'Handling',
    open: 'Handling…',
    line: (marking: string) => `Handling: ${marking}. Change…`,
    label:
      'A marking is a label on the pages and no protection: whoever has the file can open it, copy it and send it on.',
    briefing: 'This briefing',
    paragraph: (citation: string) => (citation === '' ? 'This paragraph' : `This paragraph, ${citation}`),
    noParagraph: 'Put the cursor on a paragraph, or select words in it, to mark it by itself.',
    none: 'Not marked',
    field: (of: string) => `${of}: other words`,
    choose: (of: string) => `${of}: marking`,
    other: 'Other words…',
    marked: 'Marked paragraphs',
    goTo: (marking: string, quote: string) => `Go to ${marking}, “${quote}”`,
    gone: 'Not in this edition any more; it still counts.',
    remove: 'Take the marking away',
    removeOf: (marking: string, quote: string) => `Take ${marking} away from “${quote}”`,
    pages: 'Every page of its PDF says',
    pagesNothing: 'The pages of its PDF say nothing of handling.',
    levels: 'Levels',
    levelsHint:
      'One on a line, the lowest first. The pages of a PDF say the highest that is in it; other words count as higher than all of these.',
    change: 'marking',
    set: (marking: string) => `Marked ${marking}.`,
    cleared: 'Marking taken away.'
  }
} as const
