import type { ReadingPosition } from '#core/briefing/briefing'
import {
  fieldVersions,
  META,
  type MetaContent,
  type MetaFields,
  withdrawnEditions,
  withField,
  withLaterEdition
} from '#core/store/meta'
import {
  markingVersions,
  type ParagraphMarkingRecord,
  withParagraphMarking
} from '#core/store/paragraph-markings'
import { STATE, type StateContent } from '#core/store/state'
import { mergeVersions, type Versioned } from '#core/store/versioned'
import { nextVersion } from '#core/store/version-vector'
import { ReaderError } from '#core/problem/reader-error'
import { DeviceDocuments } from '../documents/device-documents'
import type { LibraryContext } from '../library/context'

/** The version of a change that has seen `versions`. */
export type NextVersion = (versions: readonly Versioned[]) => Versioned

/** What a person changed about a briefing as a whole, and where reading stopped. */
export class Details {
  readonly #context: LibraryContext
  readonly #meta: DeviceDocuments<MetaContent>
  readonly #state: DeviceDocuments<StateContent>

  constructor(folder: string, context: LibraryContext) {
    const { device, around } = context
    this.#context = context
    this.#meta = new DeviceDocuments({ folder, kind: 'meta', type: META, device, around })
    this.#state = new DeviceDocuments({ folder, kind: 'state', type: STATE, device, around })
  }

  /** What each device says; `names` are those in the briefing's folder. */
  async read(names: readonly string[]): Promise<readonly MetaContent[]> {
    return (await this.#meta.read(names)).contents
  }

  /** Change this device's content to what `decide` makes of it, having seen what each device says. */
  async change(
    names: readonly string[],
    decide: (seen: readonly MetaContent[], next: NextVersion) => (own: MetaContent) => MetaContent
  ): Promise<void> {
    const { contents, newer } = await this.#meta.read(names)
    this.#refuseNewer(newer)
    await this.#meta.own().update(decide(contents, this.#next))
  }

  /** Set a field to what `withValue` makes of its next version. */
  async setField<Name extends 'title' | 'marking'>(
    names: readonly string[],
    name: Name,
    withValue: (version: Versioned) => NonNullable<MetaFields[Name]>
  ): Promise<void> {
    await this.change(names, (seen, next) => {
      const versions = fieldVersions(seen, name)
      return (own) => withField(own, name, withValue({ ...versions[0], ...next(versions) }))
    })
  }

  /** Say how paragraphs are to be handled. */
  async markParagraphs(
    names: readonly string[],
    said: readonly Omit<ParagraphMarkingRecord, 'version' | 'changed'>[]
  ): Promise<void> {
    await this.change(names, (seen, next) => (own) => {
      const records = said.map((marking) => {
        const versions = markingVersions(seen, marking.id)
        return { ...versions[0], ...next(versions), ...marking }
      })
      return { ...own, paragraphMarkings: records.reduce(withParagraphMarking, own.paragraphMarkings ?? []) }
    })
  }

  /** Note that an edition is brought in. */
  async announce(names: readonly string[], edition: string): Promise<void> {
    await this.change(names, () => (own) => withLaterEdition(own, edition))
  }

  /** The hashes of the editions whose import was taken back. */
  async withdrawn(names: readonly string[]): Promise<readonly string[]> {
    return withdrawnEditions(await this.read(names))
  }

  /** Take back the import of an edition, or with `false` show it again. */
  async withdraw(names: readonly string[], edition: string, isWithdrawn: boolean): Promise<void> {
    await this.change(names, (seen, next) => {
      const versions = fieldVersions(seen, 'withdrawn')
      const others = withdrawnEditions(seen).filter((hash) => hash !== edition)
      const value = isWithdrawn ? [...others, edition] : others
      return (own) => withField(own, 'withdrawn', { ...versions[0], ...next(versions), value })
    })
  }

  async position(names: readonly string[]): Promise<ReadingPosition | null> {
    const { contents } = await this.#state.read(names)
    return mergeVersions(contents.flatMap(({ position }) => position ?? []))[0]?.value ?? null
  }

  async savePosition(names: readonly string[], edition: string, value: ReadingPosition): Promise<void> {
    const { contents, newer } = await this.#state.read(names)
    this.#refuseNewer(newer)
    const versions = mergeVersions(contents.flatMap(({ position }) => position ?? []))
    const position = { ...versions[0], ...this.#next(versions), edition, value }
    await this.#state.own().update((content) => ({ ...content, position }))
  }

  readonly #next: NextVersion = (versions) => ({
    version: nextVersion(
      versions.map(({ version }) => version),
      this.#context.device
    ),
    changed: this.#context.now()
  })

  #refuseNewer(newer: boolean): void {
    if (newer) throw new ReaderError({ code: 'library-newer', path: this.#context.around.library })
  }
}
