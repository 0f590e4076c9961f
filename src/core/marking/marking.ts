import * as v from 'valibot'

/** The longest marking, in UTF-16 code units: it stands on one line at the top of a page. */
export const MAX_MARKING_LENGTH = 80
/** How many levels a person may name. */
export const MAX_LEVELS = 40

/** Characters that cannot be seen, or turn the order of those around them. */
const UNSEEN = /[\p{Cc}\p{Co}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/**
 * How a text is to be handled, in the words of whoever handles it: a label, and no protection.
 * White space is folded, and nothing in it is unseen.
 */
export const MarkingSchema = v.pipe(
  v.string(),
  v.maxLength(10 * MAX_MARKING_LENGTH),
  v.transform((given) => given.replace(UNSEEN, ' ').replace(/\s+/gu, ' ').trim()),
  v.minLength(1),
  v.maxLength(MAX_MARKING_LENGTH)
)

/** The levels that a person chooses from, the lowest first; what is no marking is left out, and the rest kept. */
export const MarkingLevelsSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((all) => all.flatMap(levelIn).slice(0, MAX_LEVELS))
)

function levelIn(given: unknown): readonly string[] {
  const level = v.safeParse(MarkingSchema, given)
  return level.success ? [level.output] : []
}

/** What a new device starts with. */
export const DEFAULT_MARKINGS: readonly string[] = [
  'PUBLIC',
  'INTERNAL',
  'RESTRICTED',
  'CONFIDENTIAL',
  'SECRET',
  'TOP SECRET'
]
