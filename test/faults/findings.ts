import { SEED } from './seeded'

/** Ways to break a promise. */
const KINDS = ['lost', 'unreadable', 'unreported', 'unclean'] as const

/** What proving a promise found; a promise that holds has nothing but `tried`. */
export interface Counts {
  readonly tried: number
  /** What was acknowledged is not there, or something is there that nobody asked for. */
  readonly lost: number
  /** Something refuses to be read or opened. */
  readonly unreadable: number
  /** Something went wrong and was not said, or not in words for a person. */
  readonly unreported: number
  /** `check` finds fault, a change does not go through any more, or something was left behind. */
  readonly unclean: number
}

type Kind = (typeof KINDS)[number]

/** More would only fill the screen. */
const EXAMPLES_KEPT = 5
const EXAMPLE_LENGTH = 2_000

/** Counts what is found while a promise is tried, and keeps the first findings in words. */
export class Findings {
  readonly #counts = { tried: 0, lost: 0, unreadable: 0, unreported: 0, unclean: 0 }
  readonly #examples: string[] = []

  /** One more case is tried. */
  try(): void {
    this.#counts.tried += 1
  }

  /** Something was found; `told` says in which case, so that it can be made again. */
  note(kind: Kind, told: string): void {
    this.#counts[kind] += 1
    if (this.#examples.length < EXAMPLES_KEPT)
      this.#examples.push(`${kind}: ${told}`.slice(0, EXAMPLE_LENGTH))
  }

  get counts(): Counts {
    return { ...this.#counts }
  }

  /** Whether the promise was broken at least once. */
  get isRed(): boolean {
    return KINDS.some((kind) => this.#counts[kind] > 0)
  }

  /** The seed and the first findings, for the message of a failing test. */
  get story(): string {
    return [`FAULTS_SEED=${SEED}`, ...this.#examples].join('\n')
  }
}

/** The counts of a promise that held in `tried` cases. */
export function held(tried: number): Counts {
  return { tried, lost: 0, unreadable: 0, unreported: 0, unclean: 0 }
}
