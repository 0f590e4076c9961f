import type { PlacedAnnotation } from '../annotation/placed-annotation'
import type { ExportOptions } from '../print/export-options'
import type { PrintItem } from '../service/ports'
import { foldForSearch } from '../text/fold-for-search'
import { foldedLabel } from '../text/folded-label'
import type { Attachments, ExportProfile } from './profile'

/** A mark that stays with the one who hands on its briefing. */
export interface WithheldMark {
  readonly annotation: PlacedAnnotation
  readonly reason: StayReason
}

/** Briefings as an audience may see them, and what stays. */
export interface ForAudience {
  readonly items: readonly PrintItem[]
  readonly withheld: readonly WithheldMark[]
  /** Marks that go out without their notes, as they were before. */
  readonly withoutNotes: readonly PlacedAnnotation[]
}

/** Who sees the briefings, and how. */
export interface Audience {
  /** `null`: all marks go out. */
  readonly profile: ExportProfile | null
  /** Whether neither the text on the pages nor what is attached to them has marks. */
  readonly isCleanCopy: boolean
  /** Which marks the pages in front of a clean copy quote: they go out with it; without it, none. */
  readonly isQuoted?: (annotation: PlacedAnnotation) => boolean
}

/**
 * What of `items` goes out. Whatever writes a PDF gets the answer and nothing else, so that what stays
 * cannot be printed by mistake.
 */
export function forAudience(items: readonly PrintItem[], audience: Audience): ForAudience {
  const { profile, isCleanCopy, isQuoted } = audience
  const reasonOf = (annotation: PlacedAnnotation): StayReason | null => {
    if (isCleanCopy && isQuoted?.(annotation) !== true) return 'clean-copy'
    return profile === null ? null : reasonToStay(annotation, profile)
  }
  const all = items.flatMap(({ annotations }) => annotations)
  const going = all.filter((annotation) => reasonOf(annotation) === null)
  return {
    items: items.map((item) => ({
      ...item,
      briefing: profile?.tags === false ? { ...item.briefing, tags: [] } : item.briefing,
      annotations: item.annotations
        .filter((annotation) => reasonOf(annotation) === null)
        .map((annotation) => (profile === null ? annotation : withoutPrivate(annotation, profile)))
    })),
    withheld: all.flatMap((annotation) => {
      const reason = reasonOf(annotation)
      return reason === null ? [] : { annotation, reason }
    }),
    withoutNotes: profile?.notes === false ? going.filter(({ note }) => note.trim() !== '') : []
  }
}

/** What of a mark keeps it from an audience. */
export type StayReason = 'type' | 'color' | 'author' | 'tag' | 'clean-copy'

/** Why a mark stays by `profile`, or `null` when it goes out. */
function reasonToStay(annotation: PlacedAnnotation, profile: ExportProfile): StayReason | null {
  const { types, colors, authors, withTags, withoutTags } = profile
  const hasOneOf = (wanted: readonly string[], fold: (tag: string) => string): boolean => {
    const tags = new Set(annotation.tags.map(fold))
    return wanted.some((tag) => tags.has(fold(tag)))
  }
  if (hasOneOf(withoutTags, looseTag)) return 'tag'
  if (withTags !== null && !hasOneOf(withTags, foldedLabel)) return 'tag'
  if (types !== null && !types.includes(annotation.type)) return 'type'
  if (colors !== null && !colors.includes(annotation.color)) return 'color'
  return authors !== null && !authors.includes(annotation.author) ? 'author' : null
}

/** Without what nobody is to see, and without what only this program asks for: where a mark stands in other editions. */
function withoutPrivate(
  annotation: PlacedAnnotation,
  { notes, tags, names }: ExportProfile
): PlacedAnnotation {
  const { via: _source, ...rest } = annotation
  return {
    ...rest,
    placements: [],
    ...(notes ? {} : { note: '' }),
    ...(tags ? {} : { tags: [] }),
    ...(names ? {} : { author: '', owner: '' })
  }
}

/** A tag keeps a mark private however it is written: what is forgotten here cannot be taken back. */
function looseTag(tag: string): string {
  return foldForSearch(tag)
    .replace(/^[#\s]+/u, '')
    .trim()
}

/** Whether the PDF gets annotations of its own: not when the person or the profile wants them drawn only. */
export function hasAnnotations(
  { nativeAnnotations }: Pick<ExportOptions, 'nativeAnnotations'>,
  profile: ExportProfile | null
): boolean {
  return nativeAnnotations && profile?.visualOnly !== true
}

/** What goes along with the PDF: what the person says, else what the profile does. */
export function attachmentsOf(
  { attachments }: Pick<ExportOptions, 'attachments'>,
  profile: ExportProfile | null
): Attachments {
  return attachments ?? profile?.attachments ?? 'none'
}
