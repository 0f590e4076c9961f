import * as v from 'valibot'
import { join } from 'node:path'
import { ExportOptionsSchema } from '#core/print/export-options'
import type { PrintItem, PrintJob } from '#core/service/ports'
import { createPrinter } from '../../src/main/pdf/create-printer'
import type { PrintFiles } from '../../src/main/pdf/print-page'
import { composePrint } from '../../src/main/worker/jobs/compose-print'
import { jobOf, TEST_PARTS } from '../../test/printing/print-in-test'
import type { TestEngine } from '../../test/printing/print-with-playwright'
import { held, median, milliseconds } from '../figures'

type Options = v.InferInput<typeof ExportOptionsSchema>

/** What is measured beside the engine alone. */
export interface Case {
  readonly name: string
  readonly items: readonly PrintItem[]
  readonly options: Options
  /** How many times the engine's own time it may take, where that was promised. */
  readonly atMost?: number
}

const RESOURCES = join(process.env['BENCH_PROJECT'] ?? '.', 'resources', 'print')
const PLAIN: Options = { notes: 'none', cover: 'no', contents: 'no', index: 'no', sources: 'no' }

/**
 * Print each case in turns with the engine printing the same text without a mark, once, untouched: less than that
 * no program over this engine can take. Answers the lines of the table.
 */
export async function measureAgainstEngine(
  engine: TestEngine,
  cases: readonly Case[],
  rounds: number
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const { name, items, options, atMost } of cases) {
    const files = await filesOf(jobOf(items, PLAIN))
    const printer = createPrinter({ ...TEST_PARTS, resources: RESOURCES, printPage: engine.printPage })
    const [raw, ours]: [number[], number[]] = [[], []]
    let pages = 0
    for (let round = 0; round <= rounds; round += 1) {
      const bare = await timed(() => engine.printPage(files))
      const whole = await timed(() => printer.print(jobOf(items, options)))
      pages = whole.value.pages
      // The first round warms the engine and its fonts.
      if (round > 0) [raw, ours].forEach((all, at) => all.push(at === 0 ? bare.ms : whole.ms))
    }
    const ratio = median(ours) / median(raw)
    const verdict = atMost === undefined ? `${ratio.toFixed(2)}×` : held(ratio, { atMost })
    lines.push(
      `${name} (${pages} pages): ${milliseconds(median(ours))}, the engine alone ${milliseconds(median(raw))}: ${verdict}`
    )
  }
  return lines
}

async function filesOf(job: PrintJob): Promise<PrintFiles> {
  const { options, colorNames, markingLevels } = job
  const producedOn = options.producedOn ?? ''
  const input = { ...options, colorNames, markingLevels, producedOn, passes: [] }
  return (await composePrint({ items: job.items, options: input, resources: RESOURCES })).files
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}
