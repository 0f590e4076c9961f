/** Every key of the window, in the groups that the help shows; a space divides keys, `or` divides ways. */
export const shortcutGroups: readonly {
  readonly name: string
  readonly keys: readonly (readonly [press: string, does: string])[]
}[] = [
  {
    name: 'Over the text',
    keys: [
      ['← or →', 'Previous or next sentence'],
      ['↑ or ↓', 'Previous or next paragraph; also K and J'],
      ['Shift+← or Shift+↓', 'Reach further with any of these, or less far'],
      ['Home or End', 'Start or end of the text'],
      ['Enter', 'Select the mark that is there; again: the next one']
    ]
  },
  {
    name: 'Marking what is selected or below the cursor',
    keys: [
      ['H', 'Highlight'],
      ['U', 'Underline'],
      ['S', 'Strike through'],
      ['1 – 8', 'Mark in a colour'],
      ['N', 'Write a note'],
      ['T', 'Mark, and go to type and tags'],
      ['P', 'Pen: mark at once what the mouse selects'],
      ['Shift+N', 'Write a note on the whole briefing'],
      ['C or Ctrl+Shift+C', 'Copy the words with their source and a link'],
      ['Alt', 'Held when the mouse is let go: select single letters']
    ]
  },
  {
    name: 'Changing the selected mark',
    keys: [
      ['1 – 8 or H U S', 'Colour and style'],
      ['N or T', 'Its note; its type and tags'],
      ['Shift+← or Shift+→', 'Move its end; with Alt by words, with Ctrl its start'],
      ['Shift+↑ or Shift+↓', 'Move its end by a line'],
      ['X', 'Split it where you clicked, or where the cursor stands'],
      ['M', 'Merge it with the next, or merge those that are chosen'],
      ['Del', 'Delete it'],
      ['Ctrl+Z', 'Take back the last change, of marks or of the library'],
      ['Ctrl+Shift+Z', 'Make it again']
    ]
  },
  {
    name: 'Finding your way',
    keys: [
      ['] or Alt+↓', 'Next mark'],
      ['[ or Alt+↑', 'Previous mark'],
      ['Ctrl+F or /', 'Find in this briefing'],
      ['F3 or Shift+F3', 'Next or previous hit'],
      ['Ctrl+G', 'Contents, and go to a paragraph, a citation or a link'],
      ['#', 'Show or hide the numbers of the paragraphs'],
      ['Esc', 'Close what is open, one step at a time']
    ]
  },
  {
    name: 'Marks beside the text',
    keys: [
      ['↑ or ↓', 'Previous or next card'],
      ['Shift+↑ or Shift+↓', 'Choose several, to change them together'],
      ['Ctrl+Space', 'Choose one more'],
      ['Home or End', 'First or last card'],
      ['Space', 'Show the passage'],
      ['Enter', 'Write the note'],
      ['Ctrl+Enter', 'Save the note and go back to its card']
    ]
  },
  {
    name: 'Editions',
    keys: [
      ['V', 'Review the marks that were carried over'],
      ['A or Enter', 'In the review: accept where a mark stands'],
      ['R', 'In the review: place it by hand; select the words, then Enter'],
      ['O', 'In the review: keep it as an orphan'],
      ['D', 'Compare editions'],
      ['. or ,', 'Next or previous change, or mark to look at'],
      ['Alt+←', 'Back to the newest edition']
    ]
  },
  {
    name: 'Exporting',
    keys: [
      ['Alt+↑ or Alt+↓', 'Move a briefing of the pack up or down'],
      ['Del', 'Take a briefing out of the pack'],
      ['Esc', 'Leave without saving']
    ]
  },
  {
    name: 'Window',
    keys: [
      ['Ctrl+O', 'Import briefings'],
      ['Ctrl+V', 'Import the text on the clipboard'],
      ['Ctrl+Shift+H', 'Say how the briefing or the paragraph is to be handled'],
      ['Ctrl+Shift+E', 'Export as PDF'],
      ['Ctrl+P', 'Print; also from the window of the export'],
      ['F7', 'Show or hide the library'],
      ['Ctrl+Shift+A', 'All marks and notes of the library'],
      ['Del', 'Move the briefing that is chosen in the library to the trash'],
      ['Ctrl+\\', 'Show or hide marks and notes'],
      ['Ctrl++ or Ctrl+−', 'Larger or smaller text'],
      ['Ctrl+0', 'Normal text size'],
      ['?', 'This help']
    ]
  }
]
