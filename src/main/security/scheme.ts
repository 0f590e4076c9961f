import { protocol } from 'electron'

/** The scheme that the program's own pages are served under. */
export const APP_SCHEME = 'app'
/** Its one host: everything else under the scheme is refused. */
export const APP_HOST = 'reader'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Tell Electron of our scheme; it must hear of it before the app is ready, and only once. */
export function registerSchemes(schemes: readonly string[]): void {
  protocol.registerSchemesAsPrivileged(
    schemes.map((scheme) => ({
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true }
    }))
  )
}

/** Whether `address` lies under our own scheme and host. */
export function isOurAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol: scheme, host } = new URL(address)
  return scheme === `${APP_SCHEME}:` && host === APP_HOST
}
