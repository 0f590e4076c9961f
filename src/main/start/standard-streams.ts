import type { CommandOutcome } from '../cli/run-command'

/** Everything that comes on standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

/**
 * Print an outcome, and resolve when it has left the process: a pipe is written asynchronously, and
 * an exit in the middle of it would cut a document short.
 */
export async function printOutcome({ stdout, stderr }: CommandOutcome): Promise<void> {
  await Promise.all([written(process.stdout, stdout), written(process.stderr, stderr)])
}

/** A reader that went away (`| head`) is no failure of ours. */
function written(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve()
  return new Promise((resolve) => {
    stream.once('error', () => resolve())
    stream.write(text, () => resolve())
  })
}
