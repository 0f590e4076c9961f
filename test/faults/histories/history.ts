import { join } from 'node:path'
import { idOf } from '../../../src/main/store/fixtures/briefings'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { CHANGES, FILES, MARKS, WISHES } from './changes'
import { differencesBetween, type ListView, wholeList, withoutImportTimes } from './compare-devices'
import { Device } from './device'
import { type Finding, type Findings, NO_FINDINGS, withFinding } from './findings'
import { Looks } from './looks'
import { Oracle } from './oracle'
import { hasEdition, type Place } from './place'
import type { Chance } from './seeded'
import { isOfOneDevice, Synchroniser } from './synchroniser'

const IDS = ['00000000000000a0', '00000000000000b0', '00000000000000c0']
/** Right, equal, ten years behind and ten years ahead: clocks are not to be trusted. */
const CLOCKS = ['2024-01-01', '2024-01-01', '2024-01-02', '2014-01-01', '2034-01-01']

/** Three devices, the files that go between them, and what must be shown on each. */
export class History {
  findings: Findings = NO_FINDINGS
  changes = 0
  readonly #places: readonly Place[]
  readonly #synchroniser: Synchroniser
  readonly #oracle: Oracle
  readonly #looks: Looks
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
    this.#looks = new Looks(this.#oracle, (kind, what) => this.#find(kind, what))
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
    await this.#looks.glance(there, this.#chance)
  }

  /** Everything has arrived everywhere: all must show the same, and what one of them shows must be right. */
  async end(): Promise<void> {
    this.#synchroniser.carryAll()
    await this.#compare('while open', withoutImportTimes)
    await this.#looks.everything(this.#chance.pick(this.#places))
  }

  /** And again when all are opened anew, with every file read. */
  async endAnew(): Promise<void> {
    for (const { device } of this.#places) await device.reopen('without a cache')
    await this.#compare('opened again', wholeList)
    for (const place of this.#places) {
      await this.#looks.everything(place)
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
    const made = await this.#looks.attempt(
      () => CHANGES[name](device.library, wish),
      `${name} on ${device.id}`
    )
    if (made !== null) {
      const { document, key, value } = made
      const time = Date.parse(device.now)
      this.#oracle.note(`${idOf(file)}/${document}`, { device: device.id, key, value, time })
      this.changes += 1
    }
    this.#scan({ device, copy }, `briefings/${idOf(file)}`)
    await this.#looks.glance({ device, copy }, this.#chance)
  }

  #scan({ device, copy }: Place, folder = ''): void {
    for (const path of copy.scan(folder)) {
      if (isOfOneDevice(path) && !path.includes(device.id)) this.#find('foreign', `${path} by ${device.id}`)
    }
  }

  async #compare(when: string, view: ListView): Promise<void> {
    const libraries = this.#places.map(({ device }) => device.library)
    for (const difference of await differencesBetween(libraries, view))
      this.#find('diverged', `${when}: ${difference}`)
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
