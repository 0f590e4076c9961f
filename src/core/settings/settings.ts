import * as v from 'valibot'
import { COLORS } from '../annotation/annotation'

/** What a person chose for this device. A setting that cannot be read falls back on its default. */
export const SettingsSchema = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
  /** Size of the article's text relative to the designed one. */
  textScale: v.fallback(v.pipe(v.number(), v.minValue(0.7), v.maxValue(2)), 1),
  typeface: v.fallback(v.picklist(['serif', 'sans']), 'serif'),
  lastColor: v.fallback(v.picklist(COLORS), 'yellow'),
  author: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
  /** The folder under which backups go; `null`: the program's own. */
  backupFolder: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(32_768))), null)
})

export type Settings = v.InferOutput<typeof SettingsSchema>

/** What a new device starts with. */
export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {
  theme: 'system',
  textScale: 1,
  typeface: 'serif',
  lastColor: 'yellow',
  author: '',
  backupFolder: null
})
