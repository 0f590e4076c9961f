/** What the window says of the cursor over the text, and of the pen. */
export const cursorWords = {
  cursor: {
    noText: 'There is no text in this briefing.',
    start: 'Start of the text.',
    end: 'End of the text.',
    /** The words first: a step is reading. */
    at: (quote: string, place: string, marks: readonly string[]) =>
      [`“${quote}”`, place === '' ? '' : `${place}.`, marks.length === 0 ? '' : `${marks.join(', ')}.`]
        .filter((part) => part !== '')
        .join(' '),
    sentence: (place: string, at: number, of: number) => `${place}, sentence ${at} of ${of}`,
    heading: (place: string) => `Heading ${place}`,
    mark: (style: string, color: string, hasNote: boolean) =>
      hasNote ? `${style} in ${color} with a note` : `${style} in ${color}`
  },
  pen: {
    name: 'Pen: mark what is selected at once',
    on: (style: string, color: string) =>
      `Pen on: ${style.toLowerCase()} in ${color} whatever you select. Esc puts it away.`,
    off: 'Pen off.'
  }
} as const
