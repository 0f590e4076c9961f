import { join } from 'node:path'
import type { ImportedFile } from '#core/import/imported-file'
import { ReaderError } from '#core/problem/reader-error'
import { idOf } from '../../../src/main/store/fixtures/briefings'
import type { FileSystem } from '../../../src/main/store/files/file-system'
import { CHANGES, FILES, MARKS, shownIn, WISHES } from './changes'
import { Device } from './device'
import type { DeviceCopy } from './device-copy'
import { type Finding, type Findings, NO_FINDINGS, withFinding } from './findings'
import { Oracle } from './oracle'
import type { Chance } from './seeded'
import { isOfOneDevice, Synchroniser } from './synchroniser'

const IDS = ['00000000000000a0', '00000000000000b0', '00000000000000c0']
/** Right, equal, ten years behind and ten years ahead: clocks are not to be trusted. */
const CLOCKS = ['2024-01-01', '2024-01-01', '2024-01-02', '2014-01-01', '2034-01-01']
const DOCUMENTS = ['marks', 'meta', 'state'] as const

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
    if (this.#chance.below(40) === 0) await here.device.reopen()
    await this.#look(there)
  }

  /** Everything has arrived everywhere: all must show the same, now and when they are opened again. */
  async end(): Promise<void> {
    this.#synchroniser.carryAll()
    await this.#compare()
    for (const { device } of this.#places) await device.reopen()
    await this.#compare()
    for (const { device, copy } of this.#places) {
      for (const { message } of await device.library.check()) this.#find('faults', message)
      this.#scan({ device, copy })
    }
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
    await this.#look({ device, copy })
  }

  #scan({ device, copy }: Place): void {
    for (const path of copy.scan()) {
      if (isOfOneDevice(path) && !path.includes(device.id)) this.#find('foreign', `${path} by ${device.id}`)
    }
  }

  /** What is shown on a device must be what follows from the files that have reached it. */
  async #look({ device, copy }: Place): Promise<void> {
    await this.#try(() => device.library.upkeep.lookForChanges(null), `changes on ${device.id}`)
    const list = await this.#try(() => device.library.list(), `list on ${device.id}`)
    for (const file of FILES) {
      const isHere = hasEdition(copy, file)
      const isListed = list?.some(({ id }) => id === idOf(file)) ?? false
      if (isHere !== isListed) this.#find('misListed', `${idOf(file)} on ${device.id}: ${String(isListed)}`)
      else if (isHere) await this.#lookAt(device, file)
    }
  }

  async #lookAt(device: Device, file: ImportedFile): Promise<void> {
    const shown = await this.#try(() => shownIn(device.library, file), `shown on ${device.id}`)
    if (shown === null) return this.#find('failed', `${idOf(file)} cannot be read on ${device.id}`)
    for (const document of DOCUMENTS) {
      const place = `${idOf(file)}/${document}`
      for (const key of this.#oracle.keys(place)) {
        const allowed = this.#oracle.allowed(device.id, place, key).map(({ value }) => value)
        const found = shown.get(`${document} ${key}`) ?? null
        if (allowed.length === 0 || allowed.includes(found)) continue
        const kind = allowed.every((value) => value === null) ? 'cameBack' : 'lost'
        this.#find(kind, `${key} of ${place} on ${device.id}: ${found} and not ${allowed.join(' or ')}`)
      }
    }
  }

  async #compare(): Promise<void> {
    const all = await Promise.all(this.#places.map(async ({ device }) => this.#everything(device)))
    for (const [at, one] of all.entries()) {
      if (one !== all[0]) this.#find('diverged', `device ${at}: ${one} and not ${all[0] ?? ''}`)
    }
    for (const place of this.#places) await this.#look(place)
  }

  async #everything({ library }: Device): Promise<string> {
    await library.upkeep.lookForChanges(null)
    const list = await library.list()
    const shown = []
    for (const file of FILES) {
      if (!list.some(({ id }) => id === idOf(file))) continue
      const tree = await library.tree(idOf(file), 1)
      shown.push([...(await shownIn(library, file))].sort(), tree)
    }
    return JSON.stringify([list, shown])
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

const CLEAR = new Set(['briefing-unknown', 'annotation-unknown'])

/** The text and what is known of it, in one copy at least. */
function hasEdition(copy: DeviceCopy, file: ImportedFile): boolean {
  const edition = `briefings/${idOf(file)}/editions/${file.sha256}`
  const isHeld = (name: string): boolean =>
    [`${name}.json`, `${name}.copy.json`].some((each) => copy.held(`${edition}/${each}`) !== null)
  return isHeld('source') && isHeld('tree')
}
