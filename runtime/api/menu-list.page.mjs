/*
 * One list of a context menu, drawn in the page by hand: where it lies, which row is active.
 *
 * Rows are found by their place and not by the event's target, since the page may be inert under a
 * dialog of its own.
 */

/** @typedef {import('./menu-popup.mjs').DrawnItem} DrawnItem */
/** @typedef {{ list: HTMLElement, items: DrawnItem[], rows: HTMLElement[], active: number }} List */

export const STYLE = `
  :host { all: initial !important; }
  .layer { position: fixed; inset: 0; width: 100vw; height: 100vh; margin: 0; padding: 0; border: 0;
    background: none; overflow: hidden; color-scheme: light dark; cursor: default; }
  .list { position: fixed; box-sizing: border-box; min-width: 180px; max-width: min(420px, 96vw); max-height: 96vh;
    overflow-y: auto; margin: 0; padding: 5px; border-radius: 8px; font: 13px/1.4 system-ui, sans-serif;
    color: light-dark(#1d1d1f, #ececee); background: light-dark(#fdfdfd, #2a2b2e);
    border: 1px solid light-dark(#0002, #fff2); box-shadow: 0 8px 28px #0004; user-select: none; }
  .row { display: grid; grid-template-columns: 20px 1fr auto; align-items: center; min-height: 26px;
    padding: 0 8px 0 4px; border-radius: 5px; white-space: nowrap; }
  .row.active { background: light-dark(#2458c5, #5b8def); color: light-dark(#fff, #0b1020); }
  .row.off { opacity: .45; }
  .row .label { overflow: hidden; text-overflow: ellipsis; }
  .row .end { padding-left: 28px; opacity: .7; text-align: right; }
  .mark { text-align: center; }
  .line { height: 1px; margin: 5px 8px; background: light-dark(#0002, #fff2); }
  @media (forced-colors: active) { .row.active { outline: 2px solid Highlight; } }`

/**
 * @param {DrawnItem[]} items
 * @returns {List}
 */
export function makeList(items) {
  const list = make('div', 'list')
  list.setAttribute('role', 'menu')
  const rows = items.map((item) => (item.type === 'separator' ? make('div', 'line') : makeRow(item)))
  list.append(...rows)
  return { list, items, rows, active: -1 }
}

/** @param {DrawnItem} item */
function makeRow(item) {
  const row = make('div', item.enabled ? 'row' : 'row off')
  const isRadio = item.type === 'radio'
  row.setAttribute(
    'role',
    isRadio ? 'menuitemradio' : item.type === 'checkbox' ? 'menuitemcheckbox' : 'menuitem'
  )
  if (isRadio || item.type === 'checkbox') row.setAttribute('aria-checked', String(item.checked))
  row.setAttribute('aria-disabled', String(!item.enabled))
  row.append(
    make('span', 'mark', item.checked ? (isRadio ? '•' : '✓') : ''),
    make('span', 'label', item.label),
    make('span', 'end', item.submenu.length > 0 ? '›' : item.keys)
  )
  return row
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string} [text]
 */
export function make(tag, name, text = '') {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = text
  return element
}

/**
 * Put the list at a point, or beside another's row, inside what can be seen.
 *
 * @param {HTMLElement} list
 * @param {{ x: number, y: number, otherX?: number }} place
 */
export function placeList(list, { x, y, otherX = x }) {
  const { width, height } = list.getBoundingClientRect()
  const left = x + width <= innerWidth ? x : otherX - width
  list.style.left = `${Math.max(2, Math.min(left, innerWidth - width - 2))}px`
  list.style.top = `${Math.max(2, Math.min(y, innerHeight - height - 2))}px`
}

/**
 * @param {List} list
 * @param {number} at
 */
export function activate(list, at) {
  list.rows[list.active]?.classList.remove('active')
  list.active = at
  const row = list.rows[at]
  row?.classList.add('active')
  row?.scrollIntoView({ block: 'nearest' })
}

/**
 * The next row that can be chosen, round and round.
 *
 * @param {List} list
 * @param {number} step
 */
export function step(list, step) {
  const { items, active } = list
  for (let tries = 1, at = active; tries <= items.length; tries++) {
    at = at === -1 && step < 0 ? items.length - 1 : (at + step + items.length) % items.length
    if (canBeChosen(items[at])) return activate(list, at)
  }
}

/** @param {DrawnItem | undefined} item */
export function canBeChosen(item) {
  return item !== undefined && item.type !== 'separator' && item.enabled
}

/**
 * @param {List} list
 * @param {{ x: number, y: number }} point
 */
export function rowAt({ rows }, { x, y }) {
  return rows.findIndex((row) => {
    const box = row.getBoundingClientRect()
    return x >= box.left && x < box.right && y >= box.top && y < box.bottom
  })
}

/**
 * @param {List} list
 * @param {{ x: number, y: number }} point
 */
export function holds({ list }, { x, y }) {
  const box = list.getBoundingClientRect()
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom
}
