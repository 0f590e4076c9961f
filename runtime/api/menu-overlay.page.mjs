/*
 * A context menu with its submenus, drawn over the page in a closed shadow root of the top layer.
 * While it is open all input is its own; focus and selection of the page stay as they are, so that
 * Copy copies what was selected.
 */
import {
  activate,
  canBeChosen,
  holds,
  make,
  makeList,
  placeList,
  rowAt,
  step,
  STYLE
} from './menu-list.page.mjs'

/** @typedef {import('./menu-list.page.mjs').DrawnItem} DrawnItem */
/** @typedef {import('./menu-list.page.mjs').List} List */

/** @type {List[]} */
const lists = []
const layer = make('div', 'layer')
/** @type {HTMLElement | null} */
let host = null
/** @type {(id: number | null) => void} */
let answer = () => undefined
let isPressed = false

/** @type {{ takers: Set<(event: Event) => void>, pointer: { x: number, y: number } }} */
const input = Reflect.get(globalThis, 'electronInput')

/**
 * Show a menu and answer with the id of what was chosen, or `null`.
 *
 * @param {DrawnItem[]} items
 * @param {{ x?: number, y?: number }} place
 * @returns {Promise<number | null>}
 */
export function open(items, place) {
  close()
  isPressed = false
  host = makeHost()
  document.documentElement.append(host)
  host.showPopover()
  input.takers.add(take)
  addEventListener('blur', close)
  addEventListener('resize', close)
  push(items, { x: place.x ?? input.pointer.x, y: place.y ?? input.pointer.y })
  return new Promise((resolve) => (answer = resolve))
}

/** Close the menu, if there is one; nothing was chosen. */
export function close() {
  finish(null)
}

function makeHost() {
  const element = document.createElement('div')
  element.setAttribute('popover', 'manual')
  // Styles of the page reach the host, and no further.
  const style = {
    all: 'initial',
    position: 'fixed',
    inset: '0',
    border: '0',
    padding: '0',
    background: 'none'
  }
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important')
  const root = element.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLE)
  // Unlike a style element, this asks no content security policy.
  root.adoptedStyleSheets = [sheet]
  root.append(layer)
  return element
}

/**
 * @param {DrawnItem[]} items
 * @param {{ x: number, y: number, otherX?: number }} place
 */
function push(items, place) {
  const list = makeList(items)
  layer.append(list.list)
  placeList(list.list, place)
  lists.push(list)
}

/** @param {Event} event */
function take(event) {
  if (event instanceof KeyboardEvent) {
    if (event.type === 'keydown') pressKey(event.key)
  } else if (event instanceof WheelEvent) {
    listAt(event)?.list.scrollBy(0, event.deltaY)
  } else if (event instanceof MouseEvent) point(event)
}

/** @param {MouseEvent} event */
function point(event) {
  const list = listAt(event)
  if (event.type === 'mousedown') {
    isPressed = true
    if (list === undefined) finish(null)
  } else if (list === undefined) return
  else if (event.type === 'mousemove') enter(list, rowAt(list, event))
  // The release of the button that opened the menu chooses nothing.
  else if (event.type === 'mouseup' && isPressed) choose(list.items[rowAt(list, event)])
}

/** @param {MouseEvent} event */
function listAt(event) {
  return lists.findLast((list) => holds(list, event))
}

/**
 * @param {List} list
 * @param {number} at
 */
function enter(list, at) {
  if (at === list.active) return
  dropAfter(list)
  activate(list, canBeChosen(list.items[at]) ? at : -1)
  openSubmenu(list)
}

/** @param {List} list */
function openSubmenu(list) {
  const items = list.items[list.active]?.submenu ?? []
  const box = list.rows[list.active]?.getBoundingClientRect()
  if (items.length > 0 && box !== undefined) push(items, { x: box.right, y: box.top - 6, otherX: box.left })
}

/** @param {List} list */
function dropAfter(list) {
  for (const { list: element } of lists.splice(lists.indexOf(list) + 1)) element.remove()
}

/** @param {DrawnItem | undefined} item */
function choose(item) {
  if (item !== undefined && canBeChosen(item) && item.submenu.length === 0) finish(item.id)
}

/** @param {string} key */
function pressKey(key) {
  // With the pointer a submenu is open before it is entered: keys belong to the list of the active row.
  const list = lists.findLast(({ active }) => active !== -1) ?? lists[0]
  if (list === undefined) return
  const active = list.items[list.active]
  if (key === 'ArrowDown' || key === 'ArrowUp') move(list, key === 'ArrowDown' ? 1 : -1)
  else if (key === 'Escape' || key === 'ArrowLeft') leave(list, key)
  else if (key === 'ArrowRight' || key === 'Enter' || key === ' ') {
    if (active !== undefined && active.submenu.length > 0) intoSubmenu(list)
    else if (key !== 'ArrowRight') choose(active)
  } else if (key.length === 1) jump(list, key.toLowerCase())
}

/**
 * @param {List} list
 * @param {number} by
 */
function move(list, by) {
  dropAfter(list)
  step(list, by)
}

/**
 * @param {List} list
 * @param {string} key
 */
function leave(list, key) {
  const before = lists[lists.indexOf(list) - 1]
  if (before !== undefined) dropAfter(before)
  else if (key === 'Escape') finish(null)
}

/** @param {List} list */
function intoSubmenu(list) {
  dropAfter(list)
  openSubmenu(list)
  const opened = lists.at(-1)
  if (opened !== undefined) step(opened, 1)
}

/**
 * @param {List} list
 * @param {string} letter
 */
function jump(list, letter) {
  const { items, active } = list
  const order = items.map((_, at) => (at + active + 1) % items.length)
  const at = order.find(
    (index) => canBeChosen(items[index]) && items[index]?.label.toLowerCase().startsWith(letter)
  )
  if (at !== undefined) enter(list, at)
}

/** @param {number | null} id */
function finish(id) {
  if (host === null) return
  host.remove()
  host = null
  layer.replaceChildren()
  lists.length = 0
  removeEventListener('blur', close)
  removeEventListener('resize', close)
  answer(id)
  // The release of this key or button and its click are still the menu's.
  setTimeout(() => host === null && input.takers.delete(take), 0)
}
