import { COLORS, type Color } from './annotation'

/** What tells a colour from all others where there is no colour: the line below its words, and its digit. */
export interface ColorSign {
  readonly line: 'solid' | 'double' | 'dotted' | 'dashed'
  readonly isThick: boolean
}

/**
 * Each differs from every other by its line alone: four lines, thin and thick. None is wavy, which takes the
 * engine many times as long to print as all the words around it.
 */
export const COLOR_SIGNS: Readonly<Record<Color, ColorSign>> = {
  yellow: { line: 'solid', isThick: false },
  green: { line: 'dashed', isThick: false },
  blue: { line: 'double', isThick: false },
  pink: { line: 'dotted', isThick: false },
  purple: { line: 'double', isThick: true },
  orange: { line: 'solid', isThick: true },
  red: { line: 'dashed', isThick: true },
  grey: { line: 'dotted', isThick: true }
}

/** The digit of a colour, which is also its key: `1` to `8`. */
export function digitOf(color: Color): string {
  return String(COLORS.indexOf(color) + 1)
}
