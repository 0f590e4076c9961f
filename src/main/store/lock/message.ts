import type { Socket } from 'node:net'

/** Above any command line; `import -` sends its file as the payload. */
const LONGEST_HEADER = 16 * 1_048_576
const LONGEST_PAYLOAD = 256 * 1_048_576
const LINE_FEED = 0x0a

/** What the writer sends first: whoever hears it will be answered, and who does not was not heard either. */
export const GREETING = '+'

/** One line of JSON, and bytes that go with it. */
export interface Message {
  readonly header: unknown
  readonly payload: Uint8Array | null
}

/** Send a message and end this direction of the connection. */
export function writeMessage(socket: Socket, header: object, payload: Uint8Array | null): void {
  socket.write(`${JSON.stringify({ ...header, payload: payload === null ? null : payload.length })}\n`)
  if (payload !== null) socket.write(payload)
  socket.end()
}

/** Read until the other side ends. Fails when that is not a whole message. */
export async function readMessage(socket: AsyncIterable<unknown> & Socket): Promise<Message> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) throw new Error('bytes were expected')
    length += chunk.length
    if (length > LONGEST_HEADER + LONGEST_PAYLOAD) throw new Error('the message is too long')
    chunks.push(chunk)
  }
  return parse(Buffer.concat(chunks))
}

function parse(bytes: Buffer): Message {
  const end = bytes.indexOf(LINE_FEED)
  if (end === -1 || end > LONGEST_HEADER) throw new Error('the header was expected to be one line')
  const header: unknown = JSON.parse(bytes.toString('utf8', 0, end))
  const length = lengthOf(header)
  const payload = bytes.subarray(end + 1)
  if (payload.length !== (length ?? 0)) throw new Error('the message was cut short')
  return { header, payload: length === null ? null : payload }
}

function lengthOf(header: unknown): number | null {
  if (typeof header !== 'object' || header === null || !('payload' in header)) throw new Error('no header')
  return typeof header.payload === 'number' ? header.payload : null
}
