import type * as Hast from 'hast'

export type Html = Hast.ElementContent

/** An element of the print document. */
export function tag(tagName: string, properties: Hast.Properties, children: readonly Html[]): Hast.Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

/** A text node of the print document. */
export function words(value: string): Hast.Text {
  return { type: 'text', value }
}
