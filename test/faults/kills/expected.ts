import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import type { ChangeLine } from './change-line'

/** What a mark's note is (`null` in the trash), or that there is nothing of the name. */
type State = string | null | undefined

/** What the changes that a child told of must have left in its library. */
export class Expected {
  readonly #sure = new Map<string, ChangeLine>()
  readonly #begun = new Map<string, ChangeLine>()

  /** How many changes were acknowledged. */
  acknowledged = 0

  take(line: ChangeLine): void {
    const to = line.stage === 'begun' ? this.#begun : this.#sure
    to.set(line.id, line)
    if (line.stage === 'begun') return
    this.#begun.delete(line.id)
    this.acknowledged += 1
  }

  /**
   * The names of what is not as it was acknowledged. A change that was begun and not acknowledged may
   * be there or not; from here on it is what it was found to be.
   */
  async lostIn(library: OpenLibrary): Promise<readonly string[]> {
    const found = await notesIn(library)
    const lost = [...this.#sure.values()].filter((line) => {
      const begun = this.#begun.get(line.id)
      const state = found.get(line.id)
      return state !== stateOf(line) && (begun === undefined || state !== stateOf(begun))
    })
    for (const [id, line] of this.#begun) {
      if (found.has(id) && found.get(id) === stateOf(line)) this.#sure.set(id, line)
    }
    this.#begun.clear()
    return lost.map(({ id }) => id)
  }
}

function stateOf({ kind, note }: ChangeLine): State {
  return kind === 'briefing' ? 'added' : note
}

async function notesIn(library: OpenLibrary): Promise<ReadonlyMap<string, State>> {
  const found = new Map<string, State>()
  for (const { id } of await library.list()) {
    found.set(id, 'added')
    await library.tree(id, 1)
    for (const mark of await library.annotations(id)) found.set(mark.id, mark.note)
  }
  for (const { annotation } of (await library.trash()).annotations) found.set(annotation.id, null)
  return found
}
