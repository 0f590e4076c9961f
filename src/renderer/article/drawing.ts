import type { Element } from '#core/tree/tree'
import type { Scale } from './weights'

/** What the recursive component needs to know beside the tree. */
export interface Drawing {
  /** How far the slice is drawn; reading it makes the drawing follow. */
  readonly limit: number
  /** Weights of the slice, or `null` where everything is drawn at once. */
  readonly scale: Scale | null
  /** Where the stored picture with this name is served. */
  readonly pictureAddress: (asset: string) => string
}

/** Small trees, such as notes, are drawn whole and show no pictures. */
export const WHOLE: Drawing = { limit: Infinity, scale: null, pictureAddress: () => '' }

/** The attributes of an element of the page for an element of the tree. */
export function attributesOf({ properties }: Element): Record<string, string | number | undefined> {
  const { lang, dir, start, colSpan, rowSpan, align, checked } = properties
  const classes = [align === undefined ? '' : `align-${align}`, checked === undefined ? '' : 'task']
  const names = classes.filter((name) => name !== '').join(' ')
  return {
    lang,
    dir,
    start,
    colspan: colSpan,
    rowspan: rowSpan,
    class: names === '' ? undefined : names
  }
}

/** Whether an element carries nothing but its name. */
export function isPlain({ properties }: Element): boolean {
  for (const _ in properties) return false
  return true
}

/** Sections and asides of a briefing are no landmarks of the window. */
export function pageTagOf({ tagName }: Element): string {
  return tagName === 'aside' || tagName === 'section' ? 'div' : tagName
}
