/** What the child writes before and after each change, one JSON object a line. */
export interface ChangeLine {
  readonly stage: 'begun' | 'acknowledged'
  readonly kind: 'mark' | 'briefing'
  readonly briefing: string
  /** Of the mark; of a briefing the same as `briefing`. */
  readonly id: string
  /** What the mark's note becomes; `null` when it goes to the trash. */
  readonly note: string | null
}

/** `null` for a line that is none, such as one cut short by the kill. */
export function changeOf(line: string): ChangeLine | null {
  if (!line.startsWith('{') || !line.endsWith('}')) return null
  return JSON.parse(line) as ChangeLine
}

/** How the child behaves: as the program does, or with a mistake planted in it. */
export const SUBJECTS = ['the program', 'acknowledges early', 'writes in place'] as const
export type KillSubject = (typeof SUBJECTS)[number]
