import type { Change } from '../changes/change'

const WORDS = ['one', 'two', 'three', 'four']

/** Several briefings with everything in them: marks, some changed or in the trash, a title, a position. */
export const RICH_LIBRARY: readonly Change[] = [1, 2, 3].flatMap((briefing): readonly Change[] => [
  { kind: 'import', briefing },
  ...WORDS.map((word): Change => ({ kind: 'save', briefing, mark: `${word}-${briefing}`, note: word })),
  { kind: 'save', briefing, mark: `two-${briefing}`, note: 'changed afterwards' },
  { kind: 'delete', briefing, mark: `three-${briefing}` },
  { kind: 'delete', briefing, mark: `four-${briefing}` },
  { kind: 'restore', briefing, mark: `four-${briefing}` },
  { kind: 'rename', briefing, title: `A title of the person, ${briefing}` },
  { kind: 'read', briefing, offset: briefing }
])
