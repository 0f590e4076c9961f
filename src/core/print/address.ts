import { tag, words } from './html'
import type { Html } from './html'
import { printableAddress } from './link-table'
import type { LinkTable } from './link-table'

/** An address as it is read and, where a PDF may lead there, as a link. */
export function addressHtml(address: string, links: LinkTable): Html {
  const href = printableAddress(address)
  if (href === null) return tag('span', { className: ['address'], dir: 'ltr' }, [words(address)])
  const properties = { className: ['link', 'address'], dir: 'ltr' }
  return tag('a', { ...properties, href: links.addressOf({ marks: [], href, text: address }) }, [
    words(address)
  ])
}
