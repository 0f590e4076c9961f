import type { Color, Style } from '../annotation/annotation'

/** How one colour is printed. */
export interface PrintedColor {
  /** Behind the words, `#rrggbb`: light enough for a contrast of 7:1 with the text, also where two lie upon each other. */
  readonly fill: string
  /** Of the line below the words, which tells the colours apart where there is no colour. */
  readonly ink: string
  readonly line: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy'
  /** Thickness of the line in points. */
  readonly weight: number
}

/** The colour of all running text. */
export const TEXT_COLOR = '#1b1b1b'

/** Each colour differs from every other by its line alone. */
export const PALETTE: Readonly<Record<Color, PrintedColor>> = {
  yellow: { fill: '#fff1a8', ink: '#8a6d00', line: 'solid', weight: 0.6 },
  green: { fill: '#cdeeca', ink: '#1f6b2a', line: 'dashed', weight: 0.7 },
  blue: { fill: '#cfe5fb', ink: '#1a5a9c', line: 'double', weight: 0.6 },
  pink: { fill: '#fbd7e8', ink: '#a3266b', line: 'dotted', weight: 0.9 },
  purple: { fill: '#e5d9f7', ink: '#63379e', line: 'wavy', weight: 0.6 },
  orange: { fill: '#ffddb8', ink: '#9c4a00', line: 'solid', weight: 1.6 },
  red: { fill: '#fdd3cd', ink: '#a81e16', line: 'dashed', weight: 1.6 },
  grey: { fill: '#e0e0e0', ink: '#4a4a4a', line: 'dotted', weight: 1.8 }
}

/** The style rules of the marks, so that the drawn colours and those of the annotations are the same. */
export function markRules(): string {
  return Object.entries(PALETTE)
    .map(([color, { fill, ink, line, weight }]) =>
      [`.${color} { --fill: ${fill}; --ink: ${ink};`, `--line: ${line}; --weight: ${weight}pt }`].join(' ')
    )
    .join('\n')
}

/** The class names of a drawn mark. */
export function markClasses({ color, style }: { color: Color; style: Style }): string[] {
  return [color, style]
}
