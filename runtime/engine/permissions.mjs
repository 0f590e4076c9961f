/** Chromium's names (CDP, Browser.PermissionDescriptor) and Electron's, of what a page may ask for. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
  ['local-fonts', 'unknown'],
  ['persistent-storage', 'persistent-storage'],
  ['keyboard-lock', 'keyboardLock'],
  ['pointer-lock', 'pointerLock'],
  ['screen-wake-lock', 'screen-wake-lock'],
  ['display-capture', 'display-capture'],
  ['speaker-selection', 'speaker-selection'],
  ['top-level-storage-access', 'top-level-storage-access']
]

/**
 * Tell Chromium what the program answers to each permission. It is asked once for all, since
 * Chromium's own question cannot be caught; without a handler everything is denied, where Electron
 * would grant it.
 *
 * @param {import('./page.mjs').Page} page
 * @param {import('../api/web-contents.mjs').WebContents} contents
 */
export async function applyPermissions(page, contents) {
  const { permissionRequestHandler: decide } = contents.session
  await Promise.all(
    PERMISSIONS.map(async ([name, electronName]) => {
      const granted = decide === null ? false : await ask(decide, contents, electronName ?? '')
      const params = { permission: { name }, setting: granted ? 'granted' : 'denied' }
      // An older Chromium does not know every name; what it does not know it cannot grant.
      await page.browser.root.send('Browser.setPermission', params).catch(() => undefined)
    })
  )
}

/**
 * @param {Function} decide
 * @param {import('../api/web-contents.mjs').WebContents} contents
 * @param {string} name
 * @returns {Promise<boolean>}
 */
function ask(decide, contents, name) {
  const details = { requestingUrl: contents.getURL(), isMainFrame: true }
  return new Promise((resolve) =>
    decide(contents, name, (/** @type {boolean} */ granted) => resolve(granted), details)
  )
}
