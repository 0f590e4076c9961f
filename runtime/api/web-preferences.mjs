/** What would open the page to Node or the world to the page, by the value that does so. */
const WEAKENING = {
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  contextIsolation: false,
  sandbox: false,
  webSecurity: false,
  webviewTag: true,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
  navigateOnDragDrop: true,
  plugins: true
}

/**
 * The preferences with Electron's defaults.
 *
 * @param {Electron.WebPreferences} given
 * @returns {Electron.WebPreferences}
 * @throws {Error} for one that weakens security: this engine is never the laxer one
 */
export function checkedPreferences(given) {
  for (const [name, value] of Object.entries(WEAKENING)) {
    if (Reflect.get(given, name) === value) {
      throw new Error(`runtime: webPreferences.${name} = ${value} weakens security and is refused`)
    }
  }
  return {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    javascript: true,
    spellcheck: true,
    ...given
  }
}
