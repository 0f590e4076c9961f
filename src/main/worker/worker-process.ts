/**
 * A running worker process as the client needs it: Electron's utility process in the program, a
 * plain child process in tests. What is posted is cloned (HTML Standard, structured clone).
 */
export interface WorkerProcess {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Told once, whether the process ended by itself, crashed or was killed. */
  onExit(listener: () => void): void
  /** End it at once, even in the middle of an endless loop. */
  kill(): void
}

/** Start a fresh worker process. */
export type StartWorker = () => WorkerProcess

/** Room for JavaScript objects in the worker: a file that needs more is refused, not the machine slowed. */
export const WORKER_HEAP_MEGABYTES = 512
