import { problemOf, ReaderError } from '#core/problem/reader-error'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import type { Chance } from '../histories/seeded'
import type { Expected } from './matter'
import type { Model } from './model'
import { OPERATIONS, type OperationName, type Step } from './operations'

/** Few enough that the same ones are changed again and again. */
const FILES = 40
const MARKS = 30
/** Right, ten years behind, and ten years ahead: clocks are not to be trusted. */
const YEARS = ['2024', '2014', '2034']

/** What happens next. */
export function nextStep(chance: Chance): Step {
  return {
    operation: operationBy(chance),
    file: chance.below(FILES),
    mark: chance.below(MARKS),
    value: chance.below(1_000_000),
    now: `${chance.pick(YEARS)}-02-01T10:00:0${chance.below(10)}.000Z`
  }
}

/** What the library answers, as text that is the same for the same answer in any process. */
export async function perform(library: OpenLibrary, step: Step): Promise<string> {
  try {
    return answerText(await OPERATIONS[step.operation].perform(library, step))
  } catch (error) {
    if (error instanceof ReaderError) return answerText(problemOf(error).code)
    return answerText(`bug: ${String(error)}`)
  }
}

/** What it should answer, and what is then there. */
export function expected(model: Model, step: Step): Expected & { readonly answer: string } {
  const { answer, model: after } = OPERATIONS[step.operation].expected(model, step)
  return { answer: answerText(answer), model: after }
}

function answerText(answer: unknown): string {
  return JSON.stringify(answer, sortedKeys) ?? 'nothing'
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const NAMES = Object.keys(OPERATIONS).filter((name): name is OperationName => name in OPERATIONS)
const CHOICES = NAMES.flatMap((name) => Array.from({ length: OPERATIONS[name].weight }, () => name))

function operationBy(chance: Chance): OperationName {
  return chance.pick(CHOICES)
}
