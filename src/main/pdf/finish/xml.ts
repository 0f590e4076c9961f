/** An XML element: its name, its attributes, what it holds. */
export type XmlNode = readonly [string, Readonly<Record<string, string>>, readonly (XmlNode | string)[]]

/** Characters that XML 1.0 allows nowhere (section 2.2). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** An element as XML, with everything escaped. */
export function toXml(node: XmlNode | string): string {
  if (typeof node === 'string') return escaped(node)
  const [name, attributes, children] = node
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${given.join('')}>${children.map(toXml).join('')}</${name}>`
}

function escaped(value: string): string {
  return value
    .replace(FORBIDDEN, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
}
