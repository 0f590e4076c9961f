import type * as Hast from 'hast'
import { toHtml } from 'hast-util-to-html'

/** An element with what is given. */
export function tag(
  tagName: string,
  children: Hast.ElementContent[] = [],
  properties: Hast.Properties = {}
): Hast.Element {
  return { type: 'element', tagName, properties, children }
}

/** A text node. */
export function text(value: string): Hast.Text {
  return { type: 'text', value }
}

/** A whole HTML page in UTF-8, without script or style. */
export function htmlPage(
  title: string,
  body: Hast.ElementContent[],
  properties: Hast.Properties = {}
): string {
  const head = tag('head', [tag('meta', [], { charSet: 'utf-8' }), tag('title', [text(title)])])
  const page = tag('html', [head, tag('body', body)], properties)
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, page] })
}
