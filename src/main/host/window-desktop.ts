import { app, clipboard, ClipboardItem, dialog, shell, type BrowserWindow } from 'electron'
import { extname, join } from 'node:path'
import { FORMATS } from '#core/import/formats'
import type { Desktop } from '#core/service/ports'
import { checkedLink } from '../security/checked-link'

const IMPORTABLE: Electron.FileFilter[] = [
  { name: 'Briefings', extensions: Object.values(FORMATS).flatMap(({ extensions }) => [...extensions]) },
  { name: 'All files', extensions: ['*'] }
]

/** What a list of annotations is called by its extension. */
const LIST_NAMES: Readonly<Record<string, string>> = {
  jsonld: 'W3C Web Annotations',
  md: 'Markdown',
  csv: 'Table (CSV)',
  html: 'Web page'
}

/** Dialogs start where the last one ended: Electron forgets it since version 43. */
interface LastFolders {
  import: string
  export: string
}

/**
 * The person's desktop as the window reaches it.
 *
 * Only files that this desktop was told of can be shown, so that a page cannot point at others.
 */
export function createWindowDesktop(window: () => BrowserWindow | null): Desktop {
  const last: LastFolders = { import: app.getPath('documents'), export: app.getPath('documents') }
  const written = new Set<string>()
  return {
    async chooseFiles() {
      const options: Electron.OpenDialogOptions = {
        title: 'Import briefings',
        defaultPath: last.import,
        properties: ['openFile', 'multiSelections'],
        filters: IMPORTABLE
      }
      const paths = await askWhatToOpen(window(), options)
      const [first] = paths
      if (first === undefined) return null
      last.import = join(first, '..')
      return paths
    },
    async chooseEdition() {
      const [path] = await askWhatToOpen(window(), {
        title: 'New edition of this briefing',
        defaultPath: last.import,
        properties: ['openFile'],
        filters: IMPORTABLE
      })
      if (path !== undefined) last.import = join(path, '..')
      return path ?? null
    },
    async chooseAnnotations() {
      const options: Electron.OpenDialogOptions = {
        title: 'Import annotations',
        defaultPath: last.import,
        properties: ['openFile'],
        filters: [
          { name: 'Annotations', extensions: ['jsonld', 'json'] },
          { name: 'All files', extensions: ['*'] }
        ]
      }
      const [path] = await askWhatToOpen(window(), options)
      if (path === undefined) return null
      last.import = join(path, '..')
      return path
    },
    async chooseListPath(suggestedName) {
      const extension = extname(suggestedName).slice(1)
      const options: Electron.SaveDialogOptions = {
        title: 'Export annotations',
        defaultPath: join(last.export, suggestedName),
        filters: [{ name: LIST_NAMES[extension] ?? extension, extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory']
      }
      const path = await askWhereToSave(window(), options)
      if (path === null) return null
      last.export = join(path, '..')
      written.add(path)
      return { path, replace: true }
    },
    async choosePdfPath(suggestedName) {
      const options: Electron.SaveDialogOptions = {
        title: 'Export PDF',
        defaultPath: join(last.export, suggestedName),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        properties: ['showOverwriteConfirmation', 'createDirectory']
      }
      const path = await askWhereToSave(window(), options)
      if (path === null) return null
      last.export = join(path, '..')
      written.add(path)
      return { path, replace: true }
    },
    async chooseBackupPath(suggestedName) {
      const options: Electron.SaveDialogOptions = {
        title: 'Save a full copy of the library',
        defaultPath: join(last.export, suggestedName),
        filters: [{ name: 'Zip', extensions: ['zip'] }],
        properties: ['showOverwriteConfirmation', 'createDirectory']
      }
      const path = await askWhereToSave(window(), options)
      if (path !== null) written.add(path)
      return path
    },
    async chooseBackupFolder() {
      const options: Electron.OpenDialogOptions = {
        title: 'Where backups are kept',
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory']
      }
      return (await askWhatToOpen(window(), options))[0] ?? null
    },
    showFile: async (path) => {
      if (written.has(path)) shell.showItemInFolder(path)
    },
    openLink: (address) => shell.openExternal(checkedLink(address)),
    copyText: ({ text, html }) =>
      html === null
        ? clipboard.writeText(text)
        : clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })])
  }
}

/** The paths that the person chose; none when she cancelled. */
async function askWhatToOpen(
  parent: BrowserWindow | null,
  options: Electron.OpenDialogOptions
): Promise<readonly string[]> {
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return canceled ? [] : filePaths
}

/** `null` when the person cancelled. */
async function askWhereToSave(
  parent: BrowserWindow | null,
  options: Electron.SaveDialogOptions
): Promise<string | null> {
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options))
  return canceled || filePath === '' ? null : filePath
}
