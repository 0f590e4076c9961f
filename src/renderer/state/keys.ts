import { COLORS, type Color, type Style } from '#core/annotation/annotation'
import type { Command } from '#core/contract/events'

/** What a key asks for. */
export type KeyAction =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'style'; readonly style: Style }
  | {
      readonly kind: 'paragraph'
      readonly by: 1 | -1
      readonly isExtending: boolean
    }
  | {
      readonly kind:
        | 'note'
        | 'general-note'
        | 'tags'
        | 'merge'
        | 'split'
        | 'delete'
        | 'next-mark'
        | 'previous-mark'
        | 'pen'
        | 'escape'
    }

/** The parts of a keyboard event that decide. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const WITH_CONTROL: Readonly<Record<string, Command>> = {
  o: 'import',
  f: 'find',
  g: 'go-to',
  p: 'print',
  z: 'undo',
  y: 'redo',
  '\\': 'toggle-notes',
  '+': 'larger-text',
  '=': 'larger-text',
  '-': 'smaller-text',
  '0': 'reset-text'
}

const SINGLE: Readonly<Record<string, KeyAction>> = {
  h: { kind: 'style', style: 'highlight' },
  u: { kind: 'style', style: 'underline' },
  s: { kind: 'style', style: 'strike' },
  p: { kind: 'pen' },
  n: { kind: 'note' },
  t: { kind: 'tags' },
  m: { kind: 'merge' },
  x: { kind: 'split' },
  v: { kind: 'command', command: 'review' },
  d: { kind: 'command', command: 'compare-editions' },
  ']': { kind: 'next-mark' },
  '[': { kind: 'previous-mark' },
  Delete: { kind: 'delete' },
  '/': { kind: 'command', command: 'find' },
  c: { kind: 'command', command: 'copy-cited' },
  '?': { kind: 'command', command: 'shortcuts' }
}

/**
 * What a key asks for, or `null`.
 *
 * Letters are matched by what the key writes, so that every Latin layout finds them where they are
 * printed; where it writes no Latin letter, and for the digits of the colours (which need Shift on
 * French keyboards), the place of the key counts. `isWriting`: keys without Ctrl belong to the field.
 */
export function keyAction(press: KeyPress, isWriting: boolean): KeyAction | null {
  if (press.key === 'Escape') return { kind: 'escape' }
  if (press.key === 'F3') return command(press.shiftKey ? 'find-previous' : 'find-next')
  if (press.key === 'F7') return command('toggle-library')
  if ((press.ctrlKey || press.metaKey) && !isAltGraph(press))
    return press.altKey ? null : withControl(press, isWriting)
  if (isWriting) return null
  // It needs Alt on some keyboards, AltGr or Shift on others.
  if (press.key === '#') return command('toggle-numbers')
  if (press.altKey && !isAltGraph(press)) return withAlt(press)
  const letter = letterOf(press)
  if (press.shiftKey && letter === 'n') return { kind: 'general-note' }
  if (letter === 'j' || letter === 'k')
    return { kind: 'paragraph', by: letter === 'j' ? 1 : -1, isExtending: press.shiftKey }
  return colorOf(press) ?? SINGLE[letter] ?? null
}

function withControl(press: KeyPress, isWriting: boolean): KeyAction | null {
  const letter = letterOf(press)
  if (isWriting && (letter === 'z' || letter === 'y')) return null
  if (press.shiftKey && letter === 'z') return command('redo')
  if (press.shiftKey && letter === 'e') return command('export')
  if (press.shiftKey && letter === 'h') return command('handling')
  if (press.shiftKey && letter === 'a') return command('all-annotations')
  if (press.shiftKey && letter === 'c' && !isWriting) return command('copy-cited')
  if (press.shiftKey && letter !== '+' && letter !== '=') return null
  const found = WITH_CONTROL[letter]
  return found === undefined ? null : command(found)
}

/** [ and ] need AltGr on many keyboards. */
function withAlt({ key }: KeyPress): KeyAction | null {
  if (key === 'ArrowLeft') return command('newest-edition')
  if (key === 'ArrowDown') return { kind: 'next-mark' }
  return key === 'ArrowUp' ? { kind: 'previous-mark' } : null
}

/** AltGr arrives as Ctrl and Alt together on Windows. */
function isAltGraph({ key, ctrlKey, altKey }: KeyPress): boolean {
  return ctrlKey && altKey && (key === '[' || key === ']' || key === '#' || key === '?')
}

function colorOf({ key, code, shiftKey }: KeyPress): KeyAction | null {
  const byPlace = shiftKey ? undefined : /^Digit([1-8])$/u.exec(code)?.[1]
  const digit = /^[1-8]$/u.exec(key)?.[0] ?? byPlace
  const color = digit === undefined ? undefined : COLORS[Number(digit) - 1]
  return color === undefined ? null : { kind: 'color', color }
}

/** The letter that a key writes, else the one that stands on it. */
export function letterOf({ key, code }: KeyPress): string {
  if (key.length > 1 || /^[\x20-\x7e]$/u.test(key)) return key.length > 1 ? key : key.toLowerCase()
  return /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? key
}

function command(name: Command): KeyAction {
  return { kind: 'command', command: name }
}
