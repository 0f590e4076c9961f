import type { Versioned } from '#core/store/versioned'

/** The mistake of trusting clocks: of several versions the one with the greater `changed` is shown. */
export function mergesByClock<Record extends Versioned>(versions: readonly Record[]): readonly Record[] {
  return [...versions].sort((a, b) => Date.parse(b.changed) - Date.parse(a.changed))
}
