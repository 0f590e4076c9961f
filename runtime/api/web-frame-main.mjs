import { fromChromium } from '../addresses.mjs'
import { complete } from './unimplemented.mjs'

/** Electron's `WebFrameMain`, of a page's main frame: the only one that has a preload here. */
export class WebFrameMain {
  #address = 'about:blank'

  /**
   * @param {string} frameId
   * @param {number} routingId
   * @param {(channel: string, ...args: unknown[]) => void} send
   */
  constructor(frameId, routingId, send) {
    this.frameTreeNodeId = routingId
    this.routingId = routingId
    this.processId = routingId
    this.frameId = frameId
    this.name = ''
    this.parent = null
    this.detached = false
    this.send = send
  }

  /** @param {string} address as Chromium has it */
  moveTo(address) {
    this.#address = address
  }

  get url() {
    return fromChromium(this.#address)
  }

  get origin() {
    const { protocol, host } = new URL(this.url === '' ? 'about:blank' : this.url)
    return host === '' ? 'null' : `${protocol}//${host}`
  }

  get top() {
    return this
  }

  isDestroyed() {
    return this.detached
  }

  /** @param {string} frameId @param {number} routingId @param {(channel: string, ...args: unknown[]) => void} send */
  static of(frameId, routingId, send) {
    return complete('WebFrameMain', new WebFrameMain(frameId, routingId, send))
  }
}
