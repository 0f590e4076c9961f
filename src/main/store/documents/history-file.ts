import { type HistoryEntry, parseHistoryEntry } from '#core/store/history'
import { frame, unframe } from '#core/store/frame'
import { checksumOf } from '../files/checksum'
import { isMissing, reading, writing } from '../files/failures'
import { appendWhole, writeWhole } from '../files/write-whole'
import type { Surroundings } from './document-file'

const LINE_FEED = 0x0a

/**
 * What happened to a briefing's marks on one device: one framed line for each change, only ever added to.
 *
 * A line is on the disk before the change that it tells of. One whose change then failed stays, and
 * is known by a version that its mark never reached; the next change of the mark takes that version.
 */
export class HistoryFile {
  readonly #path: string
  readonly #around: Surroundings
  /** Whether the file is known to end with a whole line. */
  #ended = false

  constructor(path: string, around: Surroundings) {
    this.#path = path
    this.#around = around
  }

  /** Resolves when the lines are on the disk. Lines must be added one call after the other. */
  async append(entries: readonly HistoryEntry[]): Promise<void> {
    const { files, library } = this.#around
    const lines = entries.map((entry) => {
      const body = JSON.stringify(entry)
      return frame(checksumOf(body), body)
    })
    const text = `${this.#ended ? '' : '\n'}${lines.join('')}`
    this.#ended = false
    await writing({ library, path: this.#path }, () => appendWhole(files, this.#path, Buffer.from(text)))
    this.#ended = true
  }

  /** Every whole line, in the order written; lines cut or damaged are passed over. */
  async read(): Promise<readonly HistoryEntry[]> {
    return linesOf(await reading(this.#path, () => this.#bytes())).flatMap((line) => entryOf(line) ?? [])
  }

  /** Write the file anew without the lines that `isForgotten` picks; damaged lines stay as they are. */
  async forget(isForgotten: (entry: HistoryEntry) => boolean): Promise<void> {
    const { files, library } = this.#around
    const lines = linesOf(await reading(this.#path, () => this.#bytes()))
    const kept = lines.filter((line) => {
      const entry = entryOf(line)
      return entry === null || !isForgotten(entry)
    })
    if (kept.length === lines.length) return
    this.#ended = false
    await writing({ library, path: this.#path }, () => writeWhole(files, this.#path, Buffer.concat(kept)))
  }

  async #bytes(): Promise<Uint8Array> {
    try {
      return await this.#around.files.read(this.#path)
    } catch (error) {
      if (isMissing(error)) return new Uint8Array()
      throw error
    }
  }
}

/** Each with its line feed. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed === -1 ? bytes.length : feed + 1
    lines.push(bytes.subarray(start, end))
    start = end
  }
  return lines
}

function entryOf(line: Uint8Array): HistoryEntry | null {
  const parts = unframe(line)
  if (parts === null || checksumOf(parts.body) !== parts.checksum) return null
  return parseHistoryEntry(new TextDecoder().decode(parts.body))
}
