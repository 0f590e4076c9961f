/**
 * Custom schemes do not exist in Chromium as it is installed. Each host of one is an origin under
 * `.electron-runtime.localhost` there: a secure context that no resolver is ever asked for, whose
 * requests are answered by us. `app://reader/x` is `https://reader.app.electron-runtime.localhost/x`.
 */
const SUFFIX = '.electron-runtime.localhost'

/** @type {Set<string>} */
const schemes = new Set()

/** @param {string} scheme */
export function addScheme(scheme) {
  schemes.add(scheme)
}

/**
 * The address as Chromium is told it.
 *
 * @param {string} address
 */
export function toChromium(address) {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  if (!schemes.has(scheme)) return address
  return `https://${url.host === '' ? 'localhost' : url.host}.${scheme}${SUFFIX}${url.pathname === '' ? '/' : url.pathname}${url.search}${url.hash}`
}

/**
 * The address as the program knows it.
 *
 * @param {string} address
 */
export function fromChromium(address) {
  const own = schemeAndHost(address)
  if (own === null) return address
  const { pathname, search, hash } = new URL(address)
  return `${own.scheme}://${own.host}${pathname}${search}${hash}`
}

/** @param {string} address */
export function isReserved(address) {
  return schemeAndHost(address) !== null
}

/** @param {string} address */
function schemeAndHost(address) {
  if (!URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  if (protocol !== 'https:' || !hostname.endsWith(SUFFIX)) return null
  const inner = hostname.slice(0, -SUFFIX.length)
  const dot = inner.lastIndexOf('.')
  return dot === -1 ? null : { host: inner.slice(0, dot), scheme: inner.slice(dot + 1) }
}
