import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { ClipboardItem } from '../api/clipboard-item.mjs'
import { clipboard } from '../api/clipboard.mjs'
import { dialog } from '../api/dialog.mjs'
import { nativeTheme } from '../api/native-theme.mjs'
import { screen } from '../api/screen.mjs'
import { shell } from '../api/shell.mjs'
import electron from '../electron.mjs'

/** What we have of Electron's, with Electron's types: where they differ this file does not compile. */
type Ours<Mine, Theirs> = Pick<Theirs, Extract<keyof Mine, keyof Theirs>>

const typed: {
  clipboard: Ours<typeof clipboard, Electron.Clipboard>
  clipboardItem: Ours<ClipboardItem, Electron.ClipboardItem>
  dialog: Ours<typeof dialog, Electron.Dialog>
  shell: Ours<typeof shell, Electron.Shell>
  screen: Omit<Ours<typeof screen, Electron.Screen>, keyof NodeJS.EventEmitter>
  nativeTheme: Omit<Ours<typeof nativeTheme, Electron.NativeTheme>, keyof NodeJS.EventEmitter>
} = { clipboard, clipboardItem: new ClipboardItem({ 'text/plain': '' }), dialog, shell, screen, nativeTheme }

describe('what the engine exports', () => {
  it('has no module that Electron lacks, and misses none of main’s', () => {
    const declared = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8')
    const main = /namespace Main \{(?<body>[\s\S]*?)\n {2}\}/u.exec(declared)?.groups?.['body'] ?? ''
    const common = /namespace Common \{(?<body>[\s\S]*?)\n {2}\}/u.exec(declared)?.groups?.['body'] ?? ''
    const names = [...`${main}${common}`.matchAll(/^ {4}(?:const|class) (?<name>\w+)/gmu)].map(
      (match) => match[1]
    )
    expect(new Set(Object.keys(electron))).toEqual(new Set(names))
  })

  it('is typed as Electron is', () => {
    expect(Object.keys(typed)).toHaveLength(6)
  })
})
