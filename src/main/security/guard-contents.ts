import type { App, WebContents } from 'electron'

/**
 * Keep every page where it is: it navigates nowhere, opens no window and embeds nothing.
 *
 * The window-open handler denies and does nothing else: a sandboxed frame can reach it without a
 * gesture (GHSA-9f4c-93c8-jc8g), so a link opens only by a call of our own page after the person agreed.
 */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    refuseNavigation(contents)
  })
}

function refuseNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
