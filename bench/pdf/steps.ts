import { createPrinter } from '../../src/main/pdf/create-printer'
import type { PrinterParts } from '../../src/main/pdf/create-printer'
import { jobOf, TEST_PARTS } from '../../test/printing/print-in-test'
import type { TestEngine } from '../../test/printing/print-with-playwright'
import { RESOURCES, type Case } from './against-engine'
import { median, milliseconds } from '../figures'

/** Where the time of printing goes: each step of each case, in the order that it is taken. */
export async function measureSteps(
  engine: TestEngine,
  cases: readonly Case[],
  rounds: number
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const { name, items, options } of cases) {
    const steps = new Map<string, number[]>()
    for (let round = 0; round <= rounds; round += 1) {
      const taken: { step: string; ms: number }[] = []
      await createPrinter(timedParts(engine, taken)).print(jobOf(items, options))
      // The first round warms the engine and its fonts.
      if (round > 0)
        taken.forEach(({ step, ms }, at) => {
          const key = `${at + 1} ${step}`
          steps.set(key, [...(steps.get(key) ?? []), ms])
        })
    }
    lines.push(
      `${name}: ${[...steps].map(([step, all]) => `${step} ${milliseconds(median(all))}`).join(', ')}`
    )
  }
  return lines
}

function timedParts(engine: TestEngine, taken: { step: string; ms: number }[]): PrinterParts {
  const timed = async <Value>(step: string, work: () => Promise<Value>): Promise<Value> => {
    const began = performance.now()
    const value = await work()
    taken.push({ step, ms: performance.now() - began })
    return value
  }
  return {
    ...TEST_PARTS,
    resources: RESOURCES,
    worker: { run: (job, input, limits) => timed(job, () => TEST_PARTS.worker.run(job, input, limits)) },
    printPage: async (files, printing) => {
      const began = performance.now()
      const bytes = await engine.printPage(files, printing)
      taken.push({ step: `print (${Math.round(bytes.length / 1024)} KB)`, ms: performance.now() - began })
      return bytes
    }
  }
}
