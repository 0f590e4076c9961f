import { DESIGNED_TEXT_SIZE, type PageLook, TEXT_SIZES } from '#core/print/export-options'
import type { SettingsState } from './settings.svelte'

/** How printed pages look, to the last point. */
type WholeLook = { readonly [Part in keyof PageLook]-?: NonNullable<PageLook[Part]> }

/** Where Letter is the usual paper, by the names of regions (Unicode CLDR 46, supplemental measurement data). */
const LETTER_REGIONS: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))
/** Text grows and shrinks by so many points. */
const TEXT_STEP = 0.6

/** How the pages look: as chosen now, or the last time, or as is usual where the person lives. */
export class PageLookChoice {
  readonly #settings: Pick<SettingsState, 'current'>
  #chosen = $state.raw<Partial<WholeLook>>({})

  constructor(settings: Pick<SettingsState, 'current'>) {
    this.#settings = settings
  }

  readonly current = $derived.by((): WholeLook => {
    const {
      paper = usualPaper(),
      margins = 'normal',
      textSize = DESIGNED_TEXT_SIZE,
      typeface = 'serif',
      color = 'colour'
    } = { ...this.#settings.current.pageLook, ...this.#chosen }
    return { paper, margins, textSize, typeface, color }
  })

  choose(change: Partial<WholeLook>): void {
    this.#chosen = { ...this.#chosen, ...change }
  }

  /** Make the text larger, or with -1 smaller. */
  resize(by: 1 | -1): void {
    const wanted = this.current.textSize + by * TEXT_STEP
    const size = Math.max(TEXT_SIZES.smallest, Math.min(TEXT_SIZES.largest, wanted))
    this.choose({ textSize: Math.round(size * 10) / 10 })
  }
}

/**
 * The paper that is usual where a person lives: Letter where both her language (BCP 47) and her clock
 * (IANA time zone) say so. Many programs speak American English outside of America.
 */
export function usualPaper(
  language = navigator.language,
  timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
): 'a4' | 'letter' {
  const { region } = new Intl.Locale(language).maximize()
  const isThere = /^(?:America|US|Canada)\/|^(?:Pacific\/Honolulu|Asia\/Manila)$/u.test(timeZone)
  return isThere && region !== undefined && LETTER_REGIONS.has(region) ? 'letter' : 'a4'
}
