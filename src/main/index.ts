import { app, dialog } from 'electron'
import { mkdirSync } from 'node:fs'
import { LINK_SCHEME } from '#core/cite/deep-link'
import { messageFor } from '#core/problem/message-for'
import type { Problem } from '#core/problem/problem'
import { problemOf } from '#core/problem/reader-error'
import { answerAtOnce } from './cli/answer-at-once'
import { libraryArgument } from './cli/parse-command-line'
import { failed } from './cli/run-command'
import { openLog } from './log/log'
import { PRINT_SCHEME } from './pdf/printing-window'
import { guardContents } from './security/guard-contents'
import { APP_SCHEME, registerSchemes } from './security/scheme'
import { collectLaterStarts } from './start/later-starts'
import { decideStart, ownArguments } from './start/own-arguments'
import { decidePlaces, type Places } from './start/places'
import { printOutcome } from './start/standard-streams'
import { startCommand } from './start/start-command'
import { startWindow } from './start/start-window'

// Everything before the app is ready happens here, at once; nothing at the top level is awaited,
// since `ready` waits for this module to end.
app.enableSandbox()
registerSchemes([APP_SCHEME, PRINT_SCHEME])
guardContents(app)

const args = ownArguments(process.argv, { isPackaged: app.isPackaged, path: app.getAppPath() })
const start = decideStart(args)
const atOnce = start.kind === 'command' ? answerAtOnce(args, app.getVersion()) : null
if (atOnce !== null) void printOutcome(atOnce).then(() => app.exit(atOnce.exitCode))
else run()

function run(): void {
  const places = decidePlaces({
    userData: app.getPath('userData'),
    library: libraryArgument(args),
    environment: process.env
  })
  const onUnexpected = openLog(places.logs)
  process.on('uncaughtException', onUnexpected)
  process.on('unhandledRejection', onUnexpected)
  try {
    useProfile(places)
  } catch {
    return refuse({ code: 'library-unreadable', path: places.config })
  }
  if (start.kind === 'command') {
    app
      .whenReady()
      .then(() => finish({ args: start.args, places, onUnexpected }))
      .catch((thrown: unknown) => {
        onUnexpected(thrown)
        refuse(problemOf(thrown))
      })
  } else {
    open({ places, given: { files: [...start.files], cwd: process.cwd() }, onUnexpected })
  }
}

async function finish(command: Parameters<typeof startCommand>[0]): Promise<void> {
  if (process.platform === 'darwin') app.dock?.hide()
  // Printing closes its window, the last one: without a listener the program would end there and then.
  app.on('window-all-closed', () => undefined)
  const outcome = await startCommand(command)
  await printOutcome(outcome)
  app.exit(outcome.exitCode)
}

function open(window: Omit<Parameters<typeof startWindow>[0], 'laterStarts'>): void {
  // The lock lies in the profile, which each library has of its own: a second start on the same
  // library hands its files to the window that is there.
  if (!app.requestSingleInstanceLock(window.given)) return app.exit(0)
  const laterStarts = collectLaterStarts(app)
  // Only an installed program stays where the system would look for it.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  void app.whenReady().then(async () => {
    try {
      await startWindow({ ...window, laterStarts })
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem.code === 'unexpected') window.onUnexpected(thrown)
      refuse(problem)
    }
  })
}

/** The browser engine's files must not mix with the person's; Electron wants the folder to be there. */
function useProfile({ profile }: Places): void {
  mkdirSync(profile, { recursive: true })
  app.setPath('userData', profile)
}

/** Say why the program cannot start: in a window where one was wanted, else where commands speak. */
function refuse(problem: Problem): void {
  if (start.kind === 'window') {
    dialog.showErrorBox('Briefing Reader', messageFor(problem))
    return app.exit(1)
  }
  const outcome = failed(problem, args.includes('--json'))
  void printOutcome(outcome).then(() => app.exit(outcome.exitCode))
}
