import { describe, expect, it } from 'vitest'
import { matchesKey, parseAccelerator } from './accelerator.mjs'

const none = { control: false, shift: false, alt: false, altGraph: false, meta: false }

describe('parseAccelerator', () => {
  const cases: Record<string, object> = {
    F7: { keyCode: 118 },
    'CmdOrCtrl+O': { keyCode: 79, control: true },
    'CommandOrControl+Shift+e': { keyCode: 69, control: true, shift: true },
    'Alt+Up': { keyCode: 38, alt: true },
    'CmdOrCtrl+Plus': { keyCode: 187, control: true, shift: true },
    'CmdOrCtrl+=': { keyCode: 187, control: true },
    'CmdOrCtrl+-': { keyCode: 189, control: true },
    'CmdOrCtrl+\\': { keyCode: 220, control: true },
    'Ctrl+[': { keyCode: 219, control: true },
    'Ctrl+]': { keyCode: 221, control: true },
    'Ctrl+0': { keyCode: 48, control: true },
    'Shift+F24': { keyCode: 135, shift: true },
    'Ctrl+!': { keyCode: 49, control: true, shift: true },
    'Super+Num5': { keyCode: 101, meta: true },
    'AltGr+Esc': { keyCode: 27, altGraph: true },
    '?': { keyCode: 191, shift: true }
  }
  for (const [text, expected] of Object.entries(cases)) {
    it(`reads ${text}`, () => expect(parseAccelerator(text, 'linux')).toEqual({ ...none, ...expected }))
  }

  for (const text of ['', 'Ctrl', 'Ctrl+', 'A+B', 'Ctrl+Nothing', 'F25', 'Cmd+O']) {
    it(`refuses "${text}" on Linux`, () => expect(parseAccelerator(text, 'linux')).toBeNull())
  }

  it('means Command on macOS', () => {
    expect(parseAccelerator('CmdOrCtrl+O', 'darwin')).toEqual({ ...none, keyCode: 79, meta: true })
  })
})

describe('matchesKey', () => {
  const open = { ...none, keyCode: 79, control: true }

  it('asks for exactly the modifiers that are named', () => {
    expect(matchesKey(open, open)).toBe(true)
    for (const modifier of ['control', 'shift', 'alt', 'altGraph', 'meta'] as const) {
      expect(matchesKey(open, { ...open, [modifier]: !open[modifier] })).toBe(false)
    }
    expect(matchesKey(open, { ...open, keyCode: 80 })).toBe(false)
  })
})
