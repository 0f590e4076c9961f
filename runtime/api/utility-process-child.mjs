import { EventEmitter } from 'node:events'
import { isMainThread } from 'node:worker_threads'

/*
 * Runs in a utility process before its own module: gives it `process.parentPort` and ends it with main.
 */

/** The child's end of the conversation; what arrives before there is a listener waits. */
class ParentPort extends EventEmitter {
  /** @type {unknown[]} */ #waiting = []

  constructor() {
    super()
    this.on('newListener', (event) => {
      if (event === 'message') queueMicrotask(() => this.#deliver())
    })
  }

  /** @param {unknown} data */
  receive(data) {
    this.#waiting.push(data)
    this.#deliver()
  }

  /** @param {unknown} message */
  postMessage(message) {
    process.send?.({ data: message }, () => undefined)
  }

  // A MessagePort starts by hand; this one starts with its first listener, so both ways are the same.
  start() {}

  #deliver() {
    while (this.#waiting.length > 0 && this.listenerCount('message') > 0) {
      this.emit('message', { data: this.#waiting.shift(), ports: [] })
    }
  }
}

// Workers, and processes that this one forks, take over its switches: they are no utility processes.
const at = process.execArgv.indexOf('--import')
const isOurs =
  isMainThread && process.channel !== undefined && process.env['ELECTRON_RUNTIME_SERVICE'] !== undefined
if (isOurs) {
  if (at !== -1) process.execArgv.splice(at, 2)
  process.title = process.env['ELECTRON_RUNTIME_SERVICE'] ?? ''
  delete process.env['ELECTRON_RUNTIME_SERVICE']
  const port = new ParentPort()
  Object.defineProperty(process, 'parentPort', { value: port, enumerable: true })
  Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
  // The listener also keeps an idle process alive, as Electron's stays until it is ended.
  process.on('message', (wrapped) => {
    if (typeof wrapped === 'object' && wrapped !== null && 'data' in wrapped) port.receive(wrapped.data)
  })
  process.on('disconnect', () => process.exit(0))
}
