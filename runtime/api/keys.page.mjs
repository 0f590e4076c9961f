/*
 * Runs in a world of its own in every page, before any other script: sees each key first and last.
 *
 * First, so that an open menu takes what is typed and clicked and the page hears nothing of it.
 * Last, so that a key which the page left alone fires a menu's accelerator instead of one of
 * Chromium's own (print, reload, developer tools), which Electron does not have.
 */

import { couldBeAccelerator, isChromiums, isConsumedByEditing } from './keys-rules.page.mjs'

/** @type {Set<(event: Event) => void>} who takes all input while it is there; the menu adds itself */
const takers = new Set()
/** Where the pointer was last, in the page: a menu without a place of its own opens there. */
const pointer = { x: 0, y: 0 }
Reflect.set(globalThis, 'electronInput', { takers, pointer })

/** @type {KeyboardEvent | null} */
let pending = null

const INPUT = [
  'keydown',
  'keypress',
  'keyup',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerover',
  'pointerout',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'wheel',
  'touchstart',
  'touchend',
  'touchmove',
  'beforeinput'
]

for (const name of INPUT) addEventListener(name, seeFirst, { capture: true, passive: false })

/** @param {Event} event */
function seeFirst(event) {
  if (!event.isTrusted) return
  if (event instanceof MouseEvent) Object.assign(pointer, { x: event.clientX, y: event.clientY })
  if (takers.size > 0) {
    event.stopImmediatePropagation()
    // A pointer event that is prevented takes the mouse events with it, which the menu waits for.
    if (!event.type.startsWith('pointer')) event.preventDefault()
    for (const take of takers) take(event)
  } else if (event instanceof WheelEvent && event.ctrlKey) {
    // Chromium would zoom.
    event.preventDefault()
  } else if (event instanceof KeyboardEvent && event.type === 'keydown') {
    pending = event
    // Taken out and put in again, the listener is behind all that the page has added meanwhile.
    removeEventListener('keydown', seeLast)
    addEventListener('keydown', seeLast)
    // For a page that stops the event on its way: that is not the same as preventing its default.
    setTimeout(() => pending === event && settle(event))
  }
}

/** @param {KeyboardEvent} event */
function seeLast(event) {
  if (pending === event) settle(event)
}

/** @param {KeyboardEvent} event */
function settle(event) {
  pending = null
  if (event.defaultPrevented || event.isComposing || event.key === 'Process' || event.key === 'Dead') return
  const isEditing = isConsumedByEditing(event)
  if (!isEditing && isChromiums(event)) event.preventDefault()
  if (!isEditing && couldBeAccelerator(event))
    Reflect.get(globalThis, 'electronKey')(JSON.stringify(pressed(event)))
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  return {
    keyCode: event.keyCode,
    control: event.ctrlKey,
    shift: event.shiftKey,
    alt: event.altKey,
    altGraph: event.getModifierState('AltGraph'),
    meta: event.metaKey
  }
}
