import { EventEmitter } from 'node:events'

/**
 * A conversation in the Chrome DevTools Protocol over a pair of pipes, messages ended by NUL
 * (`--remote-debugging-pipe`; https://chromedevtools.github.io/devtools-protocol/).
 */
export class Connection {
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void, method: string }>} */
  #waiting = new Map()
  /** @type {Map<string, CdpSession>} */
  #sessions = new Map()
  /** @type {Buffer[]} */
  #pieces = []
  #count = 0
  #closed = false
  #out

  /**
   * @param {import('node:stream').Writable} out
   * @param {import('node:stream').Readable} into
   */
  constructor(out, into) {
    this.#out = out
    this.browser = this.session('')
    into.on('data', (/** @type {Buffer} */ chunk) => this.#read(chunk))
    into.on('close', () => this.#close())
    into.on('error', () => this.#close())
    out.on('error', () => this.#close())
  }

  /**
   * The session of this id, made when it is first asked for; '' is the browser's own.
   *
   * @param {string} id
   */
  session(id) {
    const known = this.#sessions.get(id)
    if (known !== undefined) return known
    const session = new CdpSession(this, id)
    this.#sessions.set(id, session)
    return session
  }

  /** @param {string} id */
  forget(id) {
    this.#sessions.delete(id)
  }

  /**
   * @param {string} sessionId
   * @param {string} method
   * @param {object} params
   * @returns {Promise<any>}
   */
  send(sessionId, method, params) {
    if (this.#closed) return Promise.reject(new Error(`${method}: Chromium has ended`))
    const id = (this.#count += 1)
    const message = { id, method, params, ...(sessionId === '' ? {} : { sessionId }) }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method })
      this.#out.write(`${JSON.stringify(message)}\0`)
    })
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    const ends = chunk.indexOf(0)
    if (ends === -1) {
      this.#pieces.push(chunk)
      return
    }
    let data = Buffer.concat([...this.#pieces, chunk])
    this.#pieces = []
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0)) {
      this.#dispatch(JSON.parse(data.toString('utf8', 0, end)))
      data = data.subarray(end + 1)
    }
    if (data.length > 0) this.#pieces.push(data)
  }
  /** @param {any} message */
  #dispatch(message) {
    if (message.id === undefined) {
      this.#sessions.get(message.sessionId ?? '')?.emit(message.method, message.params)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error === undefined) waiting?.resolve(message.result)
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
  }

  #close() {
    if (this.#closed) return
    this.#closed = true
    for (const { reject, method } of this.#waiting.values())
      reject(new Error(`${method}: Chromium has ended`))
    this.#waiting.clear()
    for (const session of this.#sessions.values()) if (session !== this.browser) session.emit('detached')
    this.browser.emit('closed')
  }
}

/** One attached target; its events are the protocol's, by their method names. */
export class CdpSession extends EventEmitter {
  #connection

  /**
   * @param {Connection} connection
   * @param {string} id
   */
  constructor(connection, id) {
    super()
    this.#connection = connection
    this.id = id
    this.setMaxListeners(0)
  }

  /**
   * @param {string} method
   * @param {object} [params]
   * @returns {Promise<any>}
   */
  send(method, params = {}) {
    return this.#connection.send(this.id, method, params)
  }
}
