/** What a briefing says of itself. */
export interface BriefingFacts {
  readonly title: string
  /** `YYYY-MM-DD`, the day the briefing is of. */
  readonly date: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly tags: readonly string[]
  readonly sourceUrl: string | null
  /** Counted as `Intl.Segmenter` does. */
  readonly words: number
}

/** A briefing as the library knows it, without its text. */
export interface Briefing extends BriefingFacts {
  /** UUIDv8 made from the SHA-256 of the first edition's bytes. */
  readonly id: string
  /** Number of the newest edition, from 1. */
  readonly edition: number
  /** RFC 3339 in UTC. */
  readonly added: string
  /** How the whole of it is to be handled. */
  readonly marking: string | null
}

/** What a list shows of a briefing. */
export interface BriefingSummary extends Briefing {
  /** Live annotations. */
  readonly annotations: number
}

/** What is known of one edition of a briefing. */
export interface EditionFacts {
  /** From 1. */
  readonly number: number
  /** SHA-256 of its file, which stays the same when numbers move. */
  readonly sha256: string
  /** The name of its file. */
  readonly name: string
  /** RFC 3339 in UTC. */
  readonly imported: string
}

/** Where a person stopped reading: the canonical offset at the top of the window. */
export interface ReadingPosition {
  readonly offset: number
  /** Part of the text above the window, 0 to 1. */
  readonly progress: number
}
