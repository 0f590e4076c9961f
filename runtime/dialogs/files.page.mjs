/**
 * What a dialog for files does in its page: a folder's list, a field for the name, two buttons. The
 * function stands alone: its source is what is sent there.
 *
 * @param {{ title: string, folder: string, name: string, button: string, isSave: boolean, isMultiple: boolean, wantsFolder: boolean, extensions: string[] }} settings
 */
export function showDialogPage(settings) {
  const { isSave, isMultiple, wantsFolder, extensions } = settings
  let { folder } = settings
  /** @type {string[]} */ let chosen = []
  /** The path that is there already, and that a second press replaces. */
  let confirmed = ''

  const ask = (/** @type {string} */ kind, /** @type {unknown} */ value) =>
    Reflect.get(globalThis, 'electronDialog')(JSON.stringify({ kind, value }))
  const make = (/** @type {string} */ tag, text = '') =>
    Object.assign(document.createElement(tag), { textContent: text })
  const pathOf = (/** @type {string} */ name) =>
    name.startsWith('/') ? name : `${folder === '/' ? '' : folder}/${name}`

  const style = make(
    'style',
    `:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif }
    body { margin: 0; padding: 16px; height: 100vh; box-sizing: border-box; display: flex; flex-direction: column; gap: 10px }
    ul { flex: 1; overflow: auto; margin: 0; padding: 4px; list-style: none; border: 1px solid GrayText; border-radius: 4px }
    li { padding: 3px 8px; border-radius: 3px; cursor: default; user-select: none } li.folder { font-weight: 600 }
    li[aria-selected=true] { background: Highlight; color: HighlightText }
    input { font: inherit; padding: 5px 8px } footer { display: flex; gap: 8px; align-items: center; justify-content: flex-end }
    footer span { margin-right: auto } button { font: inherit; padding: 6px 18px }`
  )
  const where = make('div')
  const list = Object.assign(make('ul'), { role: 'listbox' })
  const field = Object.assign(document.createElement('input'), { value: settings.name, type: 'text' })
  field.setAttribute('aria-label', 'Name')
  const said = make('span')
  const cancel = make('button', 'Cancel')
  const accept = make('button', settings.button)
  const footer = make('footer')
  footer.append(said, cancel, accept)
  document.title = settings.title
  document.head.append(style)
  document.body.replaceChildren(where, list, field, footer)

  Reflect.set(globalThis, 'electronDialogHear', (/** @type {any} */ line) => {
    if ('exists' in line) return hearWhether(line)
    folder = line.folder
    where.textContent = folder
    chosen = []
    list.replaceChildren(...[{ name: '..', isFolder: true }, ...line.entries].filter(isShown).map(row))
  })

  /** @param {{ name: string, isFolder: boolean }} entry */
  function isShown({ name, isFolder }) {
    if (isFolder) return true
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    return !wantsFolder && (isSave || extensions.includes('*') || extensions.includes(ending))
  }

  /** @param {{ name: string, isFolder: boolean }} entry */
  function row({ name, isFolder }) {
    const item = Object.assign(make('li', isFolder ? `${name}/` : name), { role: 'option' })
    if (isFolder) item.className = 'folder'
    item.onclick = (event) => {
      if (isFolder && !wantsFolder) return
      const more = isMultiple && (event.ctrlKey || event.metaKey)
      chosen = more ? [...chosen.filter((other) => other !== name), name] : [name]
      field.value = chosen.length === 1 ? name : ''
      if (!more) for (const other of list.children) other.removeAttribute('aria-selected')
      item.setAttribute('aria-selected', 'true')
    }
    item.ondblclick = () => (isFolder ? ask('list', pathOf(name)) : finish())
    return item
  }

  function finish() {
    const names = field.value === '' ? chosen : [field.value]
    if (names.length === 0 && wantsFolder) return ask('answer', [folder])
    if (names.length === 0) return
    const paths = names.map(pathOf)
    if (paths.length > 1 || paths[0] === confirmed) return ask('answer', paths)
    ask('exists', paths[0])
  }

  /** @param {{ path: string, exists: boolean }} line */
  function hearWhether({ path, exists }) {
    if (exists !== isSave) return ask('answer', [path])
    said.textContent = exists ? 'The file exists already.' : 'There is no such file.'
    if (!exists) return
    confirmed = path
    accept.textContent = 'Replace'
  }

  field.oninput = () => {
    confirmed = ''
    said.textContent = ''
    accept.textContent = settings.button
  }
  accept.onclick = finish
  cancel.onclick = () => ask('answer', [])
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') ask('answer', [])
    if (key === 'Enter' && document.activeElement === field) finish()
  })
  field.focus()
  ask('list', folder)
}
