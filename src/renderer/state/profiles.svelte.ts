import { ATTACHMENTS, type ExportProfile } from '#core/audience/profile'
import { words } from '../words/english'
import type { SettingsState } from './settings.svelte'

/** Lets everything out. */
const NEW_PROFILE: Omit<ExportProfile, 'id' | 'name'> = {
  ...{ types: null, colors: null, authors: null, withTags: null, withoutTags: [] },
  ...{ notes: true, tags: true, names: true, visualOnly: false, attachments: ATTACHMENTS[0] }
}

/** The audiences of this device, one of which is being looked at; each change is saved at once. */
export class Profiles {
  readonly #settings: SettingsState
  shownId = $state<string | null>(null)

  /** Begin with one of them, or with the first. */
  constructor(settings: SettingsState, first: string | null) {
    this.#settings = settings
    this.shownId = first
  }

  readonly list = $derived.by(() => this.#settings.current.profiles)

  readonly shown = $derived.by(() => this.list.find(({ id }) => id === this.shownId) ?? this.list[0] ?? null)

  change(change: Partial<Omit<ExportProfile, 'id'>>): void {
    const { shown } = this
    const profiles = this.list.map((profile) => (profile === shown ? { ...profile, ...change } : profile))
    void this.#settings.change({ profiles })
  }

  /** Answers whether it has that name now: not without one, nor with the name of another. */
  rename(wanted: string): boolean {
    const name = wanted.trim()
    const isTaken = this.list.some((other) => other !== this.shown && other.name === name)
    if (name === '' || isTaken) return false
    this.change({ name })
    return true
  }

  /** Add one that lets everything out, and look at it. */
  add(): void {
    const profile = { ...NEW_PROFILE, id: crypto.randomUUID(), name: this.#freeName() }
    void this.#settings.change({ profiles: [...this.list, profile] })
    this.shownId = profile.id
  }

  removeShown(): void {
    const { shown } = this
    void this.#settings.change({ profiles: this.list.filter((profile) => profile !== shown) })
    this.shownId = null
  }

  #freeName(): string {
    const names = this.list.map(({ name }) => name)
    const base = words.export.profileNewName
    const numbered = names.map((_, index) => `${base} ${index + 2}`)
    return [base, ...numbered].find((name) => !names.includes(name)) ?? base
  }
}
