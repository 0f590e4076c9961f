import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { LinkTarget } from '#core/print/print-document'
import type { PageLink } from './page-links'

/** Let a printed run lead to the address that it stands for, and say which words it is. */
export function leadTo(
  { dict }: PageLink,
  { href, text }: { readonly href: string; readonly text: string }
): void {
  dict.lookup(PDFName.of('A'), PDFDict).set(PDFName.of('URI'), PDFString.of(inPdfString(href)))
  nameLink(dict, text)
}

/** Say where a link within the document leads. */
export function nameTarget({ dict, target }: PageLink, targets: Readonly<Record<string, LinkTarget>>): void {
  const name = target === null ? undefined : targets[target]?.words
  if (name !== undefined) nameLink(dict, name)
}

/** Without words of its own a link cannot be announced (Matterhorn Protocol 28-012). */
function nameLink(dict: PDFDict, name: string): void {
  dict.set(PDFName.of('Contents'), PDFHexString.fromText(name))
}

/** An address in ASCII, with what would end the string escaped (ISO 32000-1, section 7.3.4.2). */
function inPdfString(href: string): string {
  const ascii = URL.canParse(href) ? new URL(href).href : encodeURI(href)
  return ascii.replace(/[\\()]/gu, '\\$&')
}
