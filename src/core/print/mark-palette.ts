import { type Color, COLORS, type Style } from '../annotation/annotation'
import { COLOR_SIGNS } from '../annotation/color-signs'
import type { ExportOptions } from './export-options'

/** How one colour is printed. */
export interface PrintedColor {
  /** Behind the words, `#rrggbb`: light enough for a contrast of 7:1 with the text, also where two lie upon each other. */
  readonly fill: string
  /** Of the line below the words, which tells the colours apart where there is no colour. */
  readonly ink: string
  /** Thickness of the line in points. */
  readonly weight: number
}
export type Palette = Readonly<Record<Color, PrintedColor>>

/** The colour of all running text. */
export const TEXT_COLOR = '#1b1b1b'

/** The lines are those of `COLOR_SIGNS`. */
export const PALETTE: Palette = {
  yellow: { fill: '#fff1a8', ink: '#8a6d00', weight: 0.6 },
  green: { fill: '#cdeeca', ink: '#1f6b2a', weight: 0.7 },
  blue: { fill: '#cfe5fb', ink: '#1a5a9c', weight: 0.6 },
  pink: { fill: '#fbd7e8', ink: '#a3266b', weight: 0.9 },
  purple: { fill: '#e5d9f7', ink: '#63379e', weight: 1.5 },
  orange: { fill: '#ffddb8', ink: '#9c4a00', weight: 1.6 },
  red: { fill: '#fdd3cd', ink: '#a81e16', weight: 1.6 },
  grey: { fill: '#e0e0e0', ink: '#4a4a4a', weight: 1.8 }
}

/** Without colour every mark is the same grey, and its line and its digit say which it is. */
const GREY = { fill: '#e6e6e6', ink: '#333333' }
const GREY_PALETTE: Palette = {
  ...{ yellow: withoutColor('yellow'), green: withoutColor('green'), blue: withoutColor('blue') },
  ...{ pink: withoutColor('pink'), purple: withoutColor('purple'), orange: withoutColor('orange') },
  ...{ red: withoutColor('red'), grey: withoutColor('grey') }
}

/** The colours that a document is printed in. */
export function paletteOf(color: ExportOptions['color']): Palette {
  return color === 'colour' ? PALETTE : GREY_PALETTE
}

/** The style rules of the marks, so that the drawn colours and those of the annotations are the same. */
export function markRules(palette: Palette): string {
  return COLORS.map((color) => {
    const { fill, ink, weight } = palette[color]
    const line = `--line: ${COLOR_SIGNS[color].line}; --weight: ${weight}pt`
    return `.${color} { --fill: ${fill}; --ink: ${ink}; ${line} }`
  }).join('\n')
}

/** The class names of a drawn mark. */
export function markClasses({ color, style }: { color: Color; style: Style }): string[] {
  return [color, style]
}

function withoutColor(color: Color): PrintedColor {
  return { ...PALETTE[color], ...GREY }
}
