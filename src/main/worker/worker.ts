import { ReaderError } from '#core/problem/reader-error'
import { jobs } from './jobs'
import type { JobRequest, JobResponse } from './messages'

/**
 * Entry of the worker process: runs the jobs of `jobs.ts` for main. What is parsed here comes from
 * strangers, so that it may hang, crash or eat memory without harm to the program.
 */
interface Port {
  post(response: JobResponse): void
  onRequest(listener: (request: JobRequest) => void): void
}

const table: Readonly<Record<string, ((input: never) => unknown) | undefined>> = jobs

// Since Electron 37 an unhandled rejection in a utility process is only a warning.
process.on('unhandledRejection', () => process.exit(1))

const port = process.parentPort === undefined ? portOfChildProcess() : portOfUtilityProcess()
port.onRequest((request) => void run(request).then((response) => port.post(response)))

async function run({ id, job, input }: JobRequest): Promise<JobResponse> {
  try {
    const work = table[job]
    if (work === undefined) throw new Error(`no such job: ${job}`)
    // The client gives each job the input that the job table asks for.
    return { id, kind: 'value', value: await work(input as never) }
  } catch (thrown) {
    if (thrown instanceof ReaderError) return { id, kind: 'problem', problem: thrown.problem }
    return {
      id,
      kind: 'bug',
      stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
    }
  }
}

function portOfUtilityProcess(): Port {
  return {
    post: (response) => process.parentPort.postMessage(response),
    onRequest: (listener) => void process.parentPort.on('message', ({ data }) => listener(data))
  }
}

/** The tests start the worker as a plain Node process. */
function portOfChildProcess(): Port {
  process.on('disconnect', () => process.exit())
  return {
    post: (response) => process.send?.(response),
    // Only our client posts to this process.
    onRequest: (listener) => void process.on('message', (request) => listener(request as JobRequest))
  }
}
