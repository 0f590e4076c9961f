/** What a person must see of a link before it opens. */
export interface LinkFacts {
  /** The host that is really asked, in ASCII (UTS #46): letters of other scripts cannot pass for Latin ones. */
  readonly host: string
  /** The host as the link spells it, where that differs. */
  readonly spelled: string | null
  /** The whole address as it is opened. */
  readonly address: string
  readonly isMail: boolean
}

/** Describe the address of a link; one that cannot be read is shown as it is. */
export function describeLink(address: string): LinkFacts {
  if (!URL.canParse(address)) return { host: address, spelled: null, address, isMail: false }
  const url = new URL(address)
  if (url.protocol === 'mailto:') {
    return { host: decoded(url.pathname), spelled: null, address: url.href, isMail: true }
  }
  return { host: url.host, spelled: spelledHost(address, url), address: url.href, isMail: false }
}

function spelledHost(address: string, url: URL): string | null {
  if (!url.host.includes('xn--')) return null
  const written = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/iu.exec(address)?.[1] ?? null
  return written === null || written.toLowerCase() === url.host ? null : written
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
