/**
 * Whether an address matches one of a filter's patterns: `<all_urls>`, `*://host/*`, `scheme://…`
 * with `*` for anything (Electron, WebRequestFilter; Chrome, "Match patterns").
 *
 * @param {{ urls: string[], excludeUrls?: string[] }} filter
 * @param {string} address
 */
export function matchesFilter({ urls, excludeUrls = [] }, address) {
  return (
    urls.some((pattern) => matches(pattern, address)) &&
    !excludeUrls.some((pattern) => matches(pattern, address))
  )
}

/** @param {string} pattern @param {string} address */
function matches(pattern, address) {
  if (pattern === '<all_urls>' || pattern === '*') return true
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/gu, '\\$&')
  const scheme = escaped.startsWith('*://') ? `[a-z]+${escaped.slice(1)}` : escaped
  return new RegExp(`^${scheme.replaceAll('*', '.*').replace('://.*\\.', '://(?:.*\\.)?')}$`, 'iu').test(
    address
  )
}
