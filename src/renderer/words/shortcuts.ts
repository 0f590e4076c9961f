/** Every key of the window, in the groups that the help shows; a space divides keys, `or` divides ways. */
export const shortcutGroups: readonly {
  readonly name: string
  readonly keys: readonly (readonly [press: string, does: string])[]
}[] = [
  {
    name: 'Marking',
    keys: [
      ['H', 'Highlight the selection in the last colour'],
      ['1 – 8', 'Highlight in a colour, or change the selected mark'],
      ['N', 'Write a note'],
      ['Shift+N', 'Write a note on the whole briefing'],
      ['T', 'Type, style and tags of the selected mark'],
      ['Shift+← or Shift+→', 'Move the end of the selected mark; with Alt by words, with Ctrl its start'],
      ['Ctrl+Space', 'Choose several cards to change them together'],
      ['M', 'Merge the chosen marks, or the selected one with the next'],
      ['X', 'Split the selected mark where the selection begins'],
      ['C or Ctrl+Shift+C', 'Copy the words with their source and a link'],
      ['Del', 'Delete the selected mark'],
      ['Ctrl+Z', 'Take back the last change, of marks or of the library'],
      ['Ctrl+Shift+Z', 'Make it again'],
      ['J or K', 'Select the next or previous paragraph'],
      ['Shift+← or Shift+→', 'Make the selection smaller or larger']
    ]
  },
  {
    name: 'Finding your way',
    keys: [
      ['] or Alt+↓', 'Next mark'],
      ['[ or Alt+↑', 'Previous mark'],
      ['Ctrl+F', 'Find in this briefing'],
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
      ['Home or End', 'First or last card'],
      ['Space', 'Show the passage'],
      ['Enter', 'Write the note'],
      ['Ctrl+Enter', 'Save the note and go back to its card']
    ]
  },
  {
    name: 'Window',
    keys: [
      ['Ctrl+O', 'Import briefings'],
      ['Ctrl+V', 'Import the text on the clipboard'],
      ['Ctrl+Shift+E', 'Export as PDF'],
      ['F7', 'Show or hide the library'],
      ['Del', 'Move the briefing that is chosen in the library to the trash'],
      ['Ctrl+\\', 'Show or hide marks and notes'],
      ['Ctrl++ or Ctrl+−', 'Larger or smaller text'],
      ['Ctrl+0', 'Normal text size'],
      ['?', 'This help']
    ]
  }
]
