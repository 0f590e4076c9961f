import { app } from 'electron'
import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { createReaderService } from '#core/service/reader-service'
import { runCommand, type CommandOutcome } from '../cli/run-command'
import { createCommandDesktop } from '../host/command-desktop'
import { createHost, type HostParts } from '../host/create-host'

/** A command as it was given, here or in another process that handed it over. */
export interface GivenCommand {
  readonly args: readonly string[]
  readonly cwd: string
  readonly readStandardInput: () => Promise<Uint8Array>
}

type SharedParts = Omit<HostParts, 'desktop' | 'onImportProgress'>

/** Run a command in this process, over a library that is open here. */
export function runHere(
  parts: SharedParts,
  { args, cwd, readStandardInput }: GivenCommand,
  onUnexpected: (error: unknown) => void
): Promise<CommandOutcome> {
  const desktop = createCommandDesktop()
  const api = createReaderService(createHost({ ...parts, desktop, onImportProgress: () => undefined }))
  const context = {
    api,
    resolve: (path: string) => resolve(cwd, path),
    readStandardInput,
    aimPdf: desktop.aimPdf,
    newId: uuidv7
  }
  return runCommand({ args, version: app.getVersion(), context, onUnexpected })
}
