import type { Session } from 'electron'

/**
 * Close a session to the world: no request leaves it, no permission is granted, nothing is saved.
 *
 * `schemes` are those served by ourselves. The filter names every address, since an empty one no
 * longer means all (Electron 35, breaking changes), and only the last listener counts.
 */
export function lockSession(session: Session, schemes: readonly string[]): void {
  const ours = new Set(schemes.map((scheme) => `${scheme}:`))
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, decide) => {
    decide({ cancel: !(URL.canParse(url) && ours.has(new URL(url).protocol)) })
  })
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
}
