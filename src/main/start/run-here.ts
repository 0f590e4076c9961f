import { app } from 'electron'
import { resolve } from 'node:path'
import { createReaderService } from '#core/service/reader-service'
import { runCommand, type CommandOutcome } from '../cli/run-command'
import { createCommandDesktop } from '../host/command-desktop'
import { createHost } from '../host/create-host'
import type { Writer } from '../store/lock/acquire-writer'
import type { OpenReader } from './open-reader'
import { importWelcome } from './welcome'

/** A command as it was given, here or in another process that handed it over. */
export interface GivenCommand {
  readonly args: readonly string[]
  readonly cwd: string
  readonly readStandardInput: () => Promise<Uint8Array>
}

/** Run a command in this process, over a library that is open here. */
export function runHere(
  { parts, resources, onUnexpected }: Pick<OpenReader, 'parts' | 'resources' | 'onUnexpected'>,
  { args, cwd, readStandardInput }: GivenCommand
): Promise<CommandOutcome> {
  const desktop = createCommandDesktop()
  const silent = { onImportProgress: () => undefined, onExportProgress: () => undefined }
  const host = createHost({ ...parts, desktop, ...silent })
  const api = createReaderService(host)
  const context = {
    api,
    resolve: (path: string) => resolve(cwd, path),
    readStandardInput,
    readFile: host.readFile,
    aimPdf: desktop.aimPdf,
    importWelcome: () => importWelcome(api, resources)
  }
  return runCommand({ args, version: app.getVersion(), context, onUnexpected })
}

/** Answer the commands that other processes hand over while this one has the library open. */
export function takeCommands(writer: Writer, reader: OpenReader, afterwards = (): void => undefined): void {
  writer.listen(async ({ argv, cwd, stdin }) => {
    const outcome = await runHere(reader, {
      args: argv,
      cwd,
      readStandardInput: async () => stdin ?? new Uint8Array()
    })
    afterwards()
    return outcome
  })
}
