/** Chromium's network errors by their numbers (net/base/net_error_list.h), as far as they are met here. */
const CODES = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_BLOCKED_BY_RESPONSE: -27,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302
}

/**
 * The error with which Electron's `loadURL` rejects.
 *
 * @param {string} errorText as CDP has it: `net::ERR_…`
 * @param {string} url as the program knows it
 */
export function loadError(errorText, url) {
  const code = errorText.replace(/^net::/u, '')
  const errno = CODES[/** @type {'ERR_FAILED'} */ (code)] ?? CODES.ERR_FAILED
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}
