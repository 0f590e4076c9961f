import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { type Model } from './model'
import type { Step } from './operations'
import { expected, perform } from './perform'

/** Where the library and the model said different things. */
export interface Divergence {
  readonly what: string
  readonly expected: string
  readonly found: string
}

/** Look at everything that can be seen of the library. */
export async function compareAll(library: OpenLibrary, model: Model): Promise<readonly Divergence[]> {
  const looks = [
    look('list', 0),
    look('trash', 0),
    ...[...model.values()].flatMap(({ file }) => LOOKS.map((name) => look(name, file)))
  ]
  const divergences: Divergence[] = []
  for (const step of looks) {
    const found = await perform(library, step)
    divergences.push(...divergenceOf(step, expected(model, step).answer, found))
  }
  return divergences
}

/** None when both said the same. */
export function divergenceOf(step: Step, expected: string, found: string): readonly Divergence[] {
  return expected === found ? [] : [{ what: JSON.stringify(step), expected, found }]
}

const LOOKS = ['read', 'open'] as const

function look(operation: 'list' | 'trash' | 'read' | 'open', file: number): Step {
  return { operation, file, mark: 0, value: 0, now: '' }
}
