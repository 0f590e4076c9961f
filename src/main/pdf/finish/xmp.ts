import type { PrintMetadata } from '#core/print/print-document'
import { toXml } from './xml'
import type { XmlNode } from './xml'

/** The metadata as an XMP packet (ISO 16684-1, section 7), which search engines and archives read. */
export function xmpPacket(metadata: PrintMetadata, producer: string): Uint8Array {
  const { title, authors, subject, keywords, language, producedOn } = metadata
  const description: XmlNode[] = [
    ['dc:format', {}, ['application/pdf']],
    ['dc:title', {}, [list('rdf:Alt', [title])]],
    ...(authors.length === 0 ? [] : [node('dc:creator', [list('rdf:Seq', authors)])]),
    ...(subject === '' ? [] : [node('dc:description', [list('rdf:Alt', [subject])])]),
    ...(keywords.length === 0 ? [] : [node('dc:subject', [list('rdf:Bag', keywords)])]),
    ['dc:language', {}, [list('rdf:Bag', [language])]],
    ['pdf:Producer', {}, [producer]],
    ['xmp:CreatorTool', {}, [producer]],
    ['xmp:CreateDate', {}, [producedOn]],
    ['xmp:ModifyDate', {}, [producedOn]]
  ]
  const names = {
    'rdf:about': '',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
    'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/'
  }
  const rdf = { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }
  const packet = toXml([
    'x:xmpmeta',
    { 'xmlns:x': 'adobe:ns:meta/' },
    [['rdf:RDF', rdf, [['rdf:Description', names, description]]]]
  ])
  const [begin, end] = ['<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>', '<?xpacket end="r"?>']
  return new TextEncoder().encode(`${begin}\n${packet}\n${end}`)
}

function node(name: string, children: readonly (XmlNode | string)[]): XmlNode {
  return [name, {}, children]
}

function list(kind: 'rdf:Alt' | 'rdf:Bag' | 'rdf:Seq', values: readonly string[]): XmlNode {
  const attributes: Record<string, string> = kind === 'rdf:Alt' ? { 'xml:lang': 'x-default' } : {}
  return node(
    kind,
    values.map((value): XmlNode => ['rdf:li', attributes, [value]])
  )
}
