import { access, constants, lstat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ReaderError } from '#core/problem/reader-error'
import type { Desktop, FileTarget } from '#core/service/ports'
import { outputError } from '../files/write-whole-file'

/** A command has no desktop: it says beforehand where its PDF goes. */
export interface CommandDesktop extends Desktop {
  aimPdf(target: FileTarget): void
}

/** What would fail after a long print is found before it: a name that is taken, a folder that is closed. */
export function createCommandDesktop(): CommandDesktop {
  let aim: FileTarget | null = null
  return {
    aimPdf: (target) => {
      aim = target
    },
    chooseFiles: async () => null,
    chooseEdition: async () => null,
    chooseAnnotations: async () => null,
    chooseListPath: async () => null,
    async choosePdfPath() {
      if (aim !== null) await checkTarget(aim)
      return aim
    },
    chooseBackupPath: async () => null,
    chooseBackupFolder: async () => null,
    showFile: async () => undefined,
    openLink: async () => undefined,
    copyText: async () => undefined
  }
}

async function checkTarget({ path, replace }: FileTarget): Promise<void> {
  const standing = await lstat(path).catch(() => null)
  if (standing !== null && !replace) throw new ReaderError({ code: 'output-exists', path })
  if (standing?.isDirectory() === true) throw new ReaderError({ code: 'output-unwritable', path })
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw outputError(path, cause)
  })
}
