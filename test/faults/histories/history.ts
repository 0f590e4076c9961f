import { join } from 'node:path'
import type { BriefingSummary } from '#core/briefing/briefing'
import type { ImportedFile } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import { idOf } from '../../../src/main/store/fixtures/briefings'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { CHANGES, DOCUMENTS, FILES, type Made, MARKS, SHOWN, WISHES } from './changes'
import { Device } from './device'
import type { DeviceCopy } from './device-copy'
import { type Finding, type Findings, NO_FINDINGS, withFinding } from './findings'
import { Oracle } from './oracle'
import type { Chance } from '../seeded'
import { isOfOneDevice, Synchroniser } from './synchroniser'

const IDS = ['00000000000000a0', '00000000000000b0', '00000000000000c0']
/** Right, equal, ten years behind and ten years ahead: clocks are not to be trusted. */
const CLOCKS = ['2024-01-01', '2024-01-01', '2024-01-02', '2014-01-01', '2034-01-01']

interface Place {
  readonly device: Device
  readonly copy: DeviceCopy
}

/** Three devices, the files that go between them, and what must be shown on each. */
export class History {
  findings: Findings = NO_FINDINGS
  changes = 0
  readonly #places: readonly Place[]
  readonly #synchroniser: Synchroniser
  readonly #oracle: Oracle
  readonly #chance: Chance
  #words = 0

  constructor(folder: string, files: FileSystem, chance: Chance) {
    const devices = IDS.map((id) => new Device(join(folder, id), id, files))
    this.#synchroniser = new Synchroniser(
      devices.map(({ root }) => root),
      chance
    )
    this.#places = devices.flatMap((device, at) => {
      const copy = this.#synchroniser.copies[at]
      return copy === undefined ? [] : [{ device, copy }]
    })
    this.#oracle = new Oracle(IDS, (reader, document, writer) => this.#generation(reader, document, writer))
    this.#chance = chance
  }

  async start(): Promise<void> {
    for (const { device, copy } of this.#places) {
      await device.start()
      copy.scan()
    }
  }

  async close(): Promise<void> {
    for (const { device } of this.#places) await device.close()
  }

  /** Something is changed somewhere, or something is carried from one to another. */
  async step(): Promise<void> {
    const [here, there] = this.#chance.shuffled(this.#places)
    if (here === undefined || there === undefined) return
    if (this.#chance.below(5) < 3) await this.#change(here)
    else this.#synchroniser.carry(here.copy, there.copy)
    if (this.#chance.below(4) === 0) this.#synchroniser.deliverLate()
    if (this.#chance.below(40) === 0) await this.#reopen(here)
    await this.#glance(there)
  }

  /** Everything has arrived everywhere: all must show the same, now and when they are opened again. */
  async end(): Promise<void> {
    this.#synchroniser.carryAll()
    for (const place of this.#places) await this.#look(place)
    await this.#compare('while open', withoutImportTimes)
    for (const { device } of this.#places) await device.reopen('without a cache')
    for (const place of this.#places) await this.#look(place)
    await this.#compare('opened again', (list) => list)
    for (const place of this.#places) {
      for (const { message } of await place.device.library.check()) this.#find('faults', message)
      this.#scan(place)
    }
  }

  async #reopen(place: Place): Promise<void> {
    if (this.#chance.below(2) === 0) await place.device.rest(FILES.map(idOf))
    await place.device.reopen()
    this.#scan(place)
  }

  async #change({ device, copy }: Place): Promise<void> {
    const file = this.#chance.pick(FILES)
    const name = hasEdition(copy, file) ? this.#chance.pick(WISHES) : 'import'
    device.now = `${this.#chance.pick(CLOCKS)}T10:00:00.000Z`
    const wish = { file, mark: this.#chance.below(MARKS), words: `words ${(this.#words += 1)}` }
    const made = await this.#try(() => CHANGES[name](device.library, wish), `${name} on ${device.id}`)
    if (made !== null) {
      const { document, key, value } = made
      const time = Date.parse(device.now)
      this.#oracle.note(`${idOf(file)}/${document}`, { device: device.id, key, value, time })
      this.changes += 1
    }
    this.#scan({ device, copy })
    await this.#glance({ device, copy })
  }

  #scan({ device, copy }: Place): void {
    for (const path of copy.scan()) {
      if (isOfOneDevice(path) && !path.includes(device.id)) this.#find('foreign', `${path} by ${device.id}`)
    }
  }

  /** One look at one thing: looking at everything after every step takes ten times as long. */
  async #glance(place: Place): Promise<void> {
    const file = this.#chance.pick(FILES)
    if (this.#chance.below(4) === 0) await this.#lookAtList(place)
    else if (hasEdition(place.copy, file))
      await this.#lookAt(place.device, file, this.#chance.pick(DOCUMENTS))
  }

  async #look(place: Place): Promise<void> {
    await this.#lookAtList(place)
    for (const file of FILES.filter((each) => hasEdition(place.copy, each))) {
      for (const document of new Set(DOCUMENTS)) await this.#lookAt(place.device, file, document)
    }
  }

  /** What is whole is listed, with as many marks as it shows. */
  async #lookAtList({ device, copy }: Place): Promise<void> {
    await this.#try(() => device.library.upkeep.lookForChanges(null), `changes on ${device.id}`)
    const list = await this.#try(() => device.library.list(), `list on ${device.id}`)
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
    const shown = await this.#try(
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

  async #compare(when: string, seen: (list: List) => List): Promise<void> {
    const [first = '', ...others] = await Promise.all(
      this.#places.map(({ device }) => this.#everything(device, seen))
    )
    for (const one of others) {
      const at = [...one].findIndex((letter, index) => letter !== first[index])
      if (one !== first) this.#find('diverged', `${when}: ${excerpt(first, at)} and ${excerpt(one, at)}`)
    }
  }

  async #everything({ library }: Device, seen: (list: List) => List): Promise<string> {
    const list = await library.list()
    const shown = []
    for (const { id } of seen(list)) {
      for (const document of new Set(DOCUMENTS)) shown.push([...(await SHOWN[document](library, id))].sort())
      shown.push(await library.tree(id, 1))
    }
    return JSON.stringify([seen(list), shown])
  }

  /** A clear refusal is no failure; what is not whole yet or not there cannot be changed. */
  async #try<Result>(action: () => Promise<Result>, what: string): Promise<Result | null> {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof ReaderError)) this.#find('failed', `${what}: ${String(error)}`)
      else if (!CLEAR.has(error.problem.code)) this.#find('failed', `${what}: ${error.message}`)
      return null
    }
  }

  #generation(reader: string, document: string, writer: string): number {
    const copy = this.#places.find(({ device }) => device.id === reader)?.copy
    const versions = ['', '.copy'].map(
      (which) => copy?.held(`briefings/${document}.${writer}${which}.json`)?.version ?? 0
    )
    return Math.max(...versions)
  }

  #find(kind: Finding, what: string): void {
    this.findings = withFinding(this.findings, kind, what)
  }
}

type List = readonly BriefingSummary[]

/**
 * Where two devices imported one file apart, the one time of import that stands in the end is read
 * when the library is next opened; it shows nothing but where in the list a briefing stands.
 */
function withoutImportTimes(list: List): List {
  return list.map((briefing) => ({ ...briefing, added: '' })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function excerpt(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 60)
}

const CLEAR = new Set(['briefing-unknown', 'annotation-unknown'])

/** The text and what is known of it, in one copy at least. */
function hasEdition(copy: DeviceCopy, file: ImportedFile): boolean {
  const edition = `briefings/${idOf(file)}/editions/${file.sha256}`
  const isHeld = (name: string): boolean =>
    [`${name}.json`, `${name}.copy.json`].some((each) => copy.held(`${edition}/${each}`) !== null)
  return isHeld('source') && isHeld('tree')
}
