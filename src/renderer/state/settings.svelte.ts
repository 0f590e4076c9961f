import type { Color } from '#core/annotation/annotation'
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import { words } from '../words/english'
import type { Notices } from './notices.svelte'
import type { PageApi } from './page-api'

/** The sizes of text, relative to the designed one. */
const SCALES = [0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2] as const

/** What the person chose for this device; applied at once, and saved behind it. */
export class SettingsState {
  current = $state.raw<Settings>(DEFAULT_SETTINGS)
  readonly #api: PageApi
  readonly #notices: Notices
  #saved: Promise<unknown> = Promise.resolve()

  constructor(api: PageApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  async load(): Promise<void> {
    await this.#notices.attempt(async () => {
      this.current = await this.#api.readSettings()
    })
  }

  async change(change: Partial<Settings>): Promise<void> {
    const settings = { ...this.current, ...change }
    this.current = settings
    this.#saved = this.#notices.attempt(async () => void (await this.#api.saveSettings({ settings })))
    await this.#saved
  }

  /** Wait until what is asked next is answered by what is chosen now. */
  async settled(): Promise<void> {
    await this.#saved
  }

  /** What a colour goes by: the meaning that the person gave it, or the colour itself. */
  readonly colorName = (color: Color): string => {
    const name = this.current.colorNames[color] ?? ''
    return name === '' ? words.colors[color] : name
  }

  async larger(): Promise<void> {
    const { textScale } = this.current
    await this.change({ textScale: SCALES.find((scale) => scale > textScale + 0.01) ?? textScale })
  }

  async smaller(): Promise<void> {
    const { textScale } = this.current
    await this.change({ textScale: SCALES.findLast((scale) => scale < textScale - 0.01) ?? textScale })
  }

  async resetSize(): Promise<void> {
    await this.change({ textScale: 1 })
  }
}
