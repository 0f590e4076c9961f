import { ReaderError } from '#core/problem/reader-error'
import type { JobInput, JobName, JobOutput } from './jobs'
import type { JobRequest, JobResponse } from './messages'
import type { StartWorker, WorkerProcess } from './worker-process'

/** How a job can end without an answer: killed by the timer or by whoever asked, its process gone, or a bug in it. */
export type WorkerFailureReason = 'took-too-long' | 'process-ended' | 'cancelled' | 'bug'

/** A job that gave no answer; whoever asked for it knows what to tell the person. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure'
  readonly reason: WorkerFailureReason

  constructor(reason: WorkerFailureReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
  }
}

/** When a job has to end; its process ends with it. */
export interface JobLimits {
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

/** Runs jobs in a worker process, one at a time; the process starts when first needed. */
export interface WorkerClient {
  /**
   * @throws ReaderError with the problem that the job met.
   * @throws WorkerFailure when there is no answer; the next job gets a fresh process.
   */
  run<Name extends JobName>(job: Name, input: JobInput<Name>, limits: JobLimits): Promise<JobOutput<Name>>
  /** End the process; a running job fails with `process-ended`. */
  close(): void
}

/** A client over processes that `startWorker` starts and that end after `idleMs` without work. */
export function createWorkerClient({
  startWorker,
  idleMs
}: {
  readonly startWorker: StartWorker
  readonly idleMs: number
}): WorkerClient {
  const worker = new OneWorker(startWorker, idleMs)
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(job, input, limits) {
      const answer = last.then(() => worker.ask(job, input, limits))
      last = answer.catch(() => undefined)
      // The job table gives both ends of this conversation their types; the wire has none.
      return answer as Promise<JobOutput<typeof job>>
    },
    close: () => worker.end('closed')
  }
}

interface Waiting {
  readonly id: number
  readonly settle: (response: JobResponse | WorkerFailure) => void
}

class OneWorker {
  readonly #startWorker: StartWorker
  readonly #idleMs: number
  #process: WorkerProcess | null = null
  #waiting: Waiting | null = null
  #idle: ReturnType<typeof setTimeout> | undefined
  #count = 0

  constructor(startWorker: StartWorker, idleMs: number) {
    this.#startWorker = startWorker
    this.#idleMs = idleMs
  }

  async ask(job: string, input: unknown, { timeoutMs, signal }: JobLimits): Promise<unknown> {
    if (signal?.aborted === true) throw new WorkerFailure('cancelled', job)
    clearTimeout(this.#idle)
    const worker = (this.#process ??= this.#start())
    const id = ++this.#count
    const settled = new Promise<JobResponse | WorkerFailure>((settle) => (this.#waiting = { id, settle }))
    const timer = setTimeout(() => this.#stop('took-too-long', `${job} after ${timeoutMs} ms`), timeoutMs)
    const cancel = (): void => this.#stop('cancelled', job)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      worker.post({ id, job, input } satisfies JobRequest)
      return valueOf(await settled)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      this.#waiting = null
      this.#idle = setTimeout(() => this.end('idle'), this.#idleMs).unref()
    }
  }

  end(why: string): void {
    this.#stop('process-ended', why)
  }

  #start(): WorkerProcess {
    const worker = this.#startWorker()
    // The wire carries only what `worker.ts` posts.
    worker.onMessage((message) => this.#hear(message as JobResponse))
    worker.onExit(() => {
      if (this.#process === worker) this.#forget('process-ended', 'it crashed or ran out of memory')
    })
    return worker
  }

  #hear(response: JobResponse): void {
    if (response.id === this.#waiting?.id) this.#waiting.settle(response)
  }

  #stop(reason: WorkerFailureReason, detail: string): void {
    const worker = this.#process
    this.#forget(reason, detail)
    worker?.kill()
  }

  #forget(reason: WorkerFailureReason, detail: string): void {
    clearTimeout(this.#idle)
    this.#process = null
    this.#waiting?.settle(new WorkerFailure(reason, detail))
  }
}

function valueOf(response: JobResponse | WorkerFailure): unknown {
  if (response instanceof WorkerFailure) throw response
  if (response.kind === 'problem') throw new ReaderError(response.problem)
  if (response.kind === 'bug') throw new WorkerFailure('bug', response.stack)
  return response.value
}
