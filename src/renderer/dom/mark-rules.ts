import { COLORS, type Color } from '#core/annotation/annotation'
import { COLOR_SIGNS } from '#core/annotation/color-signs'
import { LAYERS } from './mark-layers'

/** Thickness of a colour's line in pixels; one with a note below it is thicker by `NOTE`. */
const THIN = 1
const THICK = 2.5
const NOTE = 1.5
/** How much of its colour a mark gives to the mark that it lies upon. */
const UPPER_WASH = '13%'

/**
 * Give the page the looks of painted marks. Marks are painted, not built: these rules are the only ones
 * that give them a look, and there is one for each colour, layer and style.
 */
export function adoptMarkRules(page: Document): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(COLORS.flatMap(rulesOf).join('\n'))
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
}

function rulesOf(color: Color): readonly string[] {
  const { line, isThick } = COLOR_SIGNS[color]
  const weight = isThick ? THICK : THIN
  const ink = `var(--line-${color})`
  const underline = (thickness: number): string =>
    `text-decoration: underline ${line} ${thickness}px ${ink}; text-underline-offset: 0.22em`
  const layers = Array.from({ length: LAYERS }, (_, layer) =>
    layer === 0
      ? rule(`mark-${color}-0`, `background-color: var(--mark-${color}); ${underline(weight)}`)
      : rule(
          `mark-${color}-${layer}`,
          `background-color: color-mix(in oklab, ${ink} ${UPPER_WASH}, transparent); ${underline(weight + layer)}`
        )
  )
  return [
    `.${color} { --sign-line: ${line}; --sign-weight: ${weight}px }`,
    ...layers,
    rule(`note-${color}`, underline(weight + NOTE)),
    rule(`underline-${color}`, underline(weight + 1)),
    rule(`strike-${color}`, `text-decoration: line-through ${line} ${weight + 0.5}px ${ink}`)
  ]
}

function rule(name: string, declarations: string): string {
  return `::highlight(${name}) { ${declarations} }`
}
