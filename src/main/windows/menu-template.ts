import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '#core/contract/events'

/**
 * The menu. The page answers the keys itself and prevents their default, so that on Windows and
 * Linux a key never does a thing twice; macOS asks the menu first.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  send: (command: Command) => void
): MenuItemConstructorOptions[] {
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: platform === 'darwin' })
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        item('Import…', 'import', 'CmdOrCtrl+O'),
        item('New Edition of This Briefing…', 'new-edition'),
        item('Handling…', 'handling', 'CmdOrCtrl+Shift+H'),
        item('Export PDF…', 'export', 'CmdOrCtrl+Shift+E'),
        item('Print…', 'print', 'CmdOrCtrl+P'),
        separator,
        item('Import Annotations…', 'import-annotations'),
        item('Export Annotations…', 'export-annotations'),
        item('Copy Annotations as Markdown', 'copy-annotations'),
        separator,
        item('Move to Trash', 'delete-briefing'),
        item('Trash…', 'trash'),
        item('Backups…', 'backups'),
        separator,
        platform === 'darwin' ? { role: 'close' } : { role: 'quit' }
      ]
    },
    {
      label: 'Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        item('Copy with Source', 'copy-cited', 'CmdOrCtrl+Shift+C'),
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('Find…', 'find', 'CmdOrCtrl+F'),
        item('Find Next', 'find-next', 'F3'),
        item('Find Previous', 'find-previous', 'Shift+F3'),
        item('Go to…', 'go-to', 'CmdOrCtrl+G')
      ]
    },
    {
      label: 'View',
      submenu: [
        item('Library', 'toggle-library', 'F7'),
        item('Notes', 'toggle-notes', 'CmdOrCtrl+\\'),
        item('All Annotations', 'all-annotations', 'CmdOrCtrl+Shift+A'),
        item('Paragraph Numbers', 'toggle-numbers'),
        separator,
        item('Newest Edition', 'newest-edition'),
        item('Compare Editions', 'compare-editions'),
        item('Review Carried Marks', 'review'),
        separator,
        item('Larger Text', 'larger-text', 'CmdOrCtrl+Plus'),
        item('Smaller Text', 'smaller-text', 'CmdOrCtrl+-'),
        item('Normal Text', 'reset-text', 'CmdOrCtrl+0'),
        separator,
        { role: 'togglefullscreen' }
      ]
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard Shortcuts', 'shortcuts')] }
  ]
}
