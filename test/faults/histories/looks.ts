import type { ImportedFile } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import { idOf } from '../../../src/main/store/fixtures/briefings'
import { DOCUMENTS, FILES, type Made, SHOWN } from './changes'
import type { Device } from './device'
import type { Finding } from './findings'
import type { Oracle } from './oracle'
import { hasEdition, type Place } from './place'
import type { Chance } from './seeded'

/** Holds what devices show against what they must show; `find` is told what is wrong. */
export class Looks {
  readonly #oracle: Oracle
  readonly #find: (kind: Finding, what: string) => void

  constructor(oracle: Oracle, find: (kind: Finding, what: string) => void) {
    this.#oracle = oracle
    this.#find = find
  }

  /** One look at one thing: looking at everything after every step takes ten times as long. */
  async glance(place: Place, chance: Chance): Promise<void> {
    const file = chance.pick(FILES)
    if (chance.below(4) === 0) await this.#lookAtList(place)
    else if (hasEdition(place.copy, file)) await this.#lookAt(place.device, file, chance.pick(DOCUMENTS))
  }

  /** Look at everything that is shown, and at what is kept beside it. */
  async everything(place: Place): Promise<void> {
    await this.#lookAtList(place)
    for (const file of FILES.filter((each) => hasEdition(place.copy, each))) {
      for (const document of new Set(DOCUMENTS)) await this.#lookAt(place.device, file, document)
      await this.#lookBeside(place.device, file)
    }
  }

  /** What is whole is listed, with as many marks as it shows. */
  async #lookAtList({ device, copy }: Place): Promise<void> {
    await this.attempt(() => device.library.upkeep.lookForChanges(null), `changes on ${device.id}`)
    const list = await this.attempt(() => device.library.list(), `list on ${device.id}`)
    for (const file of FILES) {
      const listed = list?.find(({ id }) => id === idOf(file))
      const isHere = hasEdition(copy, file)
      if (isHere !== (listed !== undefined)) this.#find('misListed', `${idOf(file)} on ${device.id}`)
      if (!isHere || listed === undefined) continue
      const { length } = await device.library.annotations(idOf(file))
      if (listed.annotations !== length) this.#find('misListed', `${listed.annotations} marks, not ${length}`)
    }
  }

  /** What is shown on a device must be what follows from the files that have reached it. */
  async #lookAt(device: Device, file: ImportedFile, document: Made['document']): Promise<void> {
    const place = `${idOf(file)}/${document}`
    const shown = await this.attempt(
      () => SHOWN[document](device.library, idOf(file)),
      `${place} on ${device.id}`
    )
    if (shown === null) return this.#find('failed', `${place} cannot be read on ${device.id}`)
    for (const key of this.#oracle.keys(place)) {
      const allowed = this.#oracle.allowed(device.id, place, key).map(({ value }) => value)
      const found = shown.get(key) ?? null
      if (allowed.length === 0 || allowed.includes(found)) continue
      const kind = allowed.every((value) => value === null) ? 'cameBack' : 'lost'
      this.#find(kind, `${key} of ${place} on ${device.id}: ${found} and not ${allowed.join(' or ')}`)
    }
  }

  /** Of changes that have not seen each other one is shown, and the others are kept beside it. */
  async #lookBeside({ id: device, library }: Device, file: ImportedFile): Promise<void> {
    const place = `${idOf(file)}/marks`
    for (const key of this.#oracle.keys(place)) {
      const heads = this.#oracle.heads(device, place, key)
      if (heads.length < 2) continue
      const versions = (await this.attempt(() => library.annotationVersions(idOf(file), key), key)) ?? []
      const kept = versions
        .filter(({ standing }) => standing !== 'earlier')
        .map(({ annotation }) => annotation.note)
      for (const { value } of heads) {
        if (value !== null && !kept.includes(value)) this.#find('lost', `${value} beside ${key} on ${device}`)
      }
    }
  }

  /** A clear refusal is no failure; what is not whole yet or not there cannot be changed. */
  async attempt<Result>(action: () => Promise<Result>, what: string): Promise<Result | null> {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof ReaderError)) this.#find('failed', `${what}: ${String(error)}`)
      else if (!CLEAR.has(error.problem.code)) this.#find('failed', `${what}: ${error.message}`)
      return null
    }
  }
}

const CLEAR = new Set(['briefing-unknown', 'annotation-unknown'])
