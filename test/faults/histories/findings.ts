/** What went wrong in a history. */
export interface Findings {
  /** Changes of which a device was told that they are saved, and that are neither shown nor kept. */
  readonly lost: readonly string[]
  /** Things that are shown though the last who saw them deleted them. */
  readonly cameBack: readonly string[]
  /** Things that are shown on one device and not, or otherwise, on another that has the same files. */
  readonly diverged: readonly string[]
  /** Briefings that are whole and not listed, or listed and not here. */
  readonly misListed: readonly string[]
  /** Calls that failed with anything but a clear refusal. */
  readonly failed: readonly string[]
  /** Files of one device that another one wrote. */
  readonly foreign: readonly string[]
  /** What `check` found at the end. */
  readonly faults: readonly string[]
}

export type Finding = keyof Findings

/** Nothing went wrong. */
export const NO_FINDINGS: Findings = {
  ...{ lost: [], cameBack: [], diverged: [], misListed: [] },
  ...{ failed: [], foreign: [], faults: [] }
}

/** Of each kind; the first are the ones that say why. */
const KEPT = 10

/** `findings` and one more. */
export function withFinding(findings: Findings, kind: Finding, what: string): Findings {
  return { ...findings, [kind]: [...findings[kind], what].slice(0, KEPT) }
}
