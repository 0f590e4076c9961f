/** Electron's `ClipboardItem`: one thing to be written to the clipboard, in several forms. */
export class ClipboardItem {
  /** @type {ReadonlyMap<string, unknown>} */ #items

  /** @param {Record<string, unknown>} items what there is by its MIME type: a text, a `Blob`, or a promise of one */
  constructor(items) {
    this.#items = new Map(Object.entries(items))
    if (this.#items.size === 0) throw new TypeError('At least one entry required')
  }

  get types() {
    return [...this.#items.keys()]
  }

  /** @param {string} type @returns {Promise<any>} */
  async getType(type) {
    if (!this.#items.has(type)) throw new Error(`The type '${type}' was not found`)
    const item = await this.#items.get(type)
    if (item instanceof Blob) return item
    if (typeof item === 'string') return new Blob([item], { type })
    throw new Error(`runtime: electron.ClipboardItem of the type '${type}' is not implemented`)
  }
}
