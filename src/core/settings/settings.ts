import * as v from 'valibot'
import { DEFAULT_PROFILES, ProfilesSchema } from '../audience/profile'
import { COLORS, STYLES, type Color } from '../annotation/annotation'
import { PageLookSchema } from '../print/export-options'
import { DEFAULT_MARKINGS, MarkingLevelsSchema } from '../marking/marking'

/** The longest meaning of a colour, in UTF-16 code units: it stands on a button. */
export const MAX_COLOR_NAME_LENGTH = 40

const NO_NAMES: Readonly<Record<Color, string>> = {
  ...{ yellow: '', green: '', blue: '', pink: '' },
  ...{ purple: '', orange: '', red: '', grey: '' }
}

/** What a person chose for this device. A setting that cannot be read falls back on its default. */
export const SettingsSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  /** Size of the article's text relative to the designed one. */
  textScale: v.fallback(v.pipe(v.number(), v.minValue(0.7), v.maxValue(2)), 1),
  typeface: v.fallback(v.picklist(['serif', 'sans']), 'serif'),
  /** Where notes stand; `auto`: beside their lines in a wide window, else in a list. */
  notesPlace: v.fallback(v.picklist(['auto', 'margin', 'list']), 'auto'),
  lastColor: v.fallback(v.picklist(COLORS), 'yellow'),
  lastStyle: v.fallback(v.picklist(STYLES), 'highlight'),
  /** Whether a selection by mouse grows to whole words. */
  snapsToWords: v.fallback(v.boolean(), true),
  /** What each colour means to this person; empty: it goes by the name of the colour. */
  colorNames: v.fallback(
    v.record(v.picklist(COLORS), v.pipe(v.string(), v.trim(), v.maxLength(MAX_COLOR_NAME_LENGTH))),
    NO_NAMES
  ),
  /** Whether the numbers of the paragraphs stand in the margin. */
  paragraphNumbers: v.fallback(v.boolean(), false),
  author: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
  /** The levels of handling that are offered, the lowest first. */
  markings: v.fallback(MarkingLevelsSchema, () => [...DEFAULT_MARKINGS]),
  /** Whom PDFs go out to, and what of the marks they see. */
  profiles: v.fallback(ProfilesSchema, () => [...DEFAULT_PROFILES]),
  /** How printed pages look; what is not there is as it is designed. */
  pageLook: v.fallback(PageLookSchema, {}),
  /** The folder under which backups go; `null`: the program's own. */
  backupFolder: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(32_768))), null)
})

export type Settings = v.InferOutput<typeof SettingsSchema>

/** What a new device starts with. */
export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {
  theme: 'system',
  textScale: 1,
  typeface: 'serif',
  notesPlace: 'auto',
  lastColor: 'yellow',
  lastStyle: 'highlight',
  snapsToWords: true,
  colorNames: NO_NAMES,
  paragraphNumbers: false,
  author: '',
  markings: [...DEFAULT_MARKINGS],
  profiles: [...DEFAULT_PROFILES],
  pageLook: {},
  backupFolder: null
})
