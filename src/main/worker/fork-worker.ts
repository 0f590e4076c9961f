import { utilityProcess } from 'electron'
import { WORKER_HEAP_MEGABYTES, type StartWorker } from './worker-process'

/**
 * Starts workers as Electron utility processes; call only after the app is ready.
 *
 * @param modulePath the built `worker.js`, which lies beside the built main file.
 */
export function forkWorkersFrom(modulePath: string): StartWorker {
  return () => {
    const child = utilityProcess.fork(modulePath, [], {
      serviceName: 'Briefing Reader import',
      execArgv: [`--max-old-space-size=${WORKER_HEAP_MEGABYTES}`],
      stdio: 'ignore'
    })
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => killAtOnce(child)
    }
  }
}

/** `kill()` asks (SIGTERM), which a process in an endless loop may not hear. */
function killAtOnce(child: { pid: number | undefined; kill(): boolean }): void {
  if (child.pid === undefined) child.kill()
  else process.kill(child.pid, 'SIGKILL')
}
