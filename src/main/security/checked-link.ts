import { ReaderError } from '#core/problem/reader-error'

const ALLOWED = new Set(['https:', 'http:', 'mailto:'])
/** Windows refuses longer ones (Electron, `shell.openExternal`). */
const MAX_LENGTH = 2_080

/**
 * The address of a link as it may be handed to the desktop.
 *
 * @throws ReaderError `link-refused` for any other scheme, for credentials in the address, and for
 * one that is too long.
 */
export function checkedLink(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  const isSafe =
    url !== null &&
    ALLOWED.has(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.href.length <= MAX_LENGTH
  if (!isSafe) throw new ReaderError({ code: 'link-refused', address })
  return url.href
}
