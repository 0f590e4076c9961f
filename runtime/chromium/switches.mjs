/**
 * The switches that Chromium always gets: it looks up no name, asks nobody for updates, syncs
 * nothing, and shows nothing but the program's windows.
 *
 * @param {object} options
 * @param {string} options.profile its user data folder
 * @param {boolean} options.headless
 * @param {number | null} options.debuggingPort
 * @param {readonly string[]} options.extra what the program appended
 * @returns {string[]}
 */
export function chromiumSwitches({ profile, headless, debuggingPort, extra }) {
  return [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--no-startup-window',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-quic',
    '--disable-search-engine-choice-screen',
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,NetworkTimeServiceQuerying',
    '--metrics-recording-only',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-infobars',
    '--disable-dev-shm-usage',
    '--disable-back-forward-cache',
    '--hide-crash-restore-bubble',
    // Whether the program ends with its last window is the program's to say.
    '--keep-alive-for-test',
    '--class=briefing-reader',
    ...(headless ? ['--headless=new', '--disable-gpu'] : []),
    ...(debuggingPort === null ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    // Chromium warns of --no-sandbox in a bar above every page unless it is told that this is a test.
    ...(isRoot() ? ['--no-sandbox', '--test-type'] : []),
    ...extra
  ]
}

/** Whether Chromium's sandbox cannot be had: it refuses to run as root. */
export function isRoot() {
  return process.getuid?.() === 0
}
