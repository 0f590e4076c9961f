import type { Problem } from '../problem/problem'
import type { PrintProgress } from '../service/ports'

/** What the person asked for through the menu, a key that the menu owns, or another start of the program. */
export const COMMANDS = [
  'import',
  'export',
  'print',
  'import-annotations',
  'export-annotations',
  'copy-annotations',
  'handling',
  'find',
  'find-next',
  'find-previous',
  'go-to',
  'copy-cited',
  'all-annotations',
  'toggle-library',
  'toggle-notes',
  'toggle-numbers',
  'larger-text',
  'smaller-text',
  'reset-text',
  'shortcuts',
  'trash',
  'backups',
  'delete-briefing',
  'new-edition',
  'newest-edition',
  'compare-editions',
  'review',
  'undo',
  'redo'
] as const
export type Command = (typeof COMMANDS)[number]

/** What main tells the window without being asked. */
export interface ReaderEvents {
  command: Command
  /** Briefings came in, or changed, other than by this window. */
  'library-changed': null
  /** Open this briefing: it was given on the command line or by a second start. */
  'open-briefing': { readonly id: string }
  /** Show this briefing to whoever has nothing of her own yet. */
  greet: { readonly id: string }
  /** Follow this link into the library, from another program. */
  'follow-link': { readonly link: string }
  'import-progress': { readonly done: number; readonly total: number; readonly source: string }
  'export-progress': PrintProgress
  /** Something to tell the person: a sentence is made of the problem. */
  problem: Problem
  /** A sentence about what was restored. */
  restored: string
}

export type EventName = keyof ReaderEvents

export const EVENT_NAMES = [
  'command',
  'library-changed',
  'open-briefing',
  'greet',
  'follow-link',
  'import-progress',
  'export-progress',
  'problem',
  'restored'
] as const satisfies readonly EventName[]
