/**
 * What a message box does in its page. The function stands alone: its source is what is sent there.
 *
 * @param {{ title?: string, message: string, detail?: string, buttons: string[], defaultId?: number, checkboxLabel?: string, checkboxChecked?: boolean }} settings
 */
export function showMessagePage(settings) {
  const answer = (/** @type {number | null} */ response) => {
    const checkboxChecked = document.querySelector('input')?.checked ?? false
    const value = response === null ? null : { response, checkboxChecked }
    Reflect.get(globalThis, 'electronDialog')(JSON.stringify({ kind: 'answer', value }))
  }
  const make = (/** @type {string} */ tag, text = '') =>
    Object.assign(document.createElement(tag), { textContent: text })

  const style = make(
    'style',
    `:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif }
    body { margin: 0; padding: 24px; height: 100vh; box-sizing: border-box; display: flex; flex-direction: column; gap: 10px }
    h1 { font-size: 16px; margin: 0; white-space: pre-line } p { margin: 0; white-space: pre-line; overflow: auto }
    footer { margin-top: auto; display: flex; gap: 8px; justify-content: flex-end }
    button { font: inherit; padding: 6px 18px }`
  )
  const footer = make('footer')
  settings.buttons.forEach((label, at) => {
    const button = make('button', label.replace(/&(&?)/gu, '$1'))
    button.onclick = () => answer(at)
    footer.append(button)
  })
  document.title = settings.title || settings.message
  document.head.append(style)
  document.body.replaceChildren(make('h1', settings.message), make('p', settings.detail ?? ''))
  if (settings.checkboxLabel) {
    const label = make('label', ` ${settings.checkboxLabel}`)
    label.prepend(
      Object.assign(document.createElement('input'), {
        type: 'checkbox',
        checked: settings.checkboxChecked ?? false
      })
    )
    document.body.append(label)
  }
  document.body.append(footer)
  footer.querySelectorAll('button')[settings.defaultId ?? 0]?.focus()
  addEventListener('keydown', ({ key }) => key === 'Escape' && answer(null))
}
