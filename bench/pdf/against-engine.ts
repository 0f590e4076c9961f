import * as v from 'valibot'
import { join } from 'node:path'
import { ExportOptionsSchema } from '#core/print/export-options'
import type { PrintItem, PrintJob } from '#core/service/ports'
import { createPrinter } from '../../src/main/pdf/create-printer'
import { INDEX_NAME, type PrintFiles } from '../../src/main/pdf/print-page'
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

export const RESOURCES = join(process.env['BENCH_PROJECT'] ?? '.', 'resources', 'print')
/**
 * Print each case in turns with the engine printing the same pages without a mark, once, untouched: less than
 * that no program over this engine can take. Answers the lines of the table.
 */
export async function measureAgainstEngine(
  engine: TestEngine,
  cases: readonly Case[],
  rounds: number
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const { name, items, options, atMost } of cases) {
    const files = withoutMarks(await lastPass(engine, jobOf(items, options)))
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

/** What the engine is given last, when every page says what is so. */
async function lastPass(engine: TestEngine, job: PrintJob): Promise<PrintFiles> {
  let last: PrintFiles = {}
  const printPage: TestEngine['printPage'] = (files, printing) => {
    last = files
    return engine.printPage(files, printing)
  }
  await createPrinter({ ...TEST_PARTS, resources: RESOURCES, printPage }).print(job)
  return last
}

/** The same pages with the words that are marked as words among others, and no link but real ones. */
function withoutMarks(files: PrintFiles): PrintFiles {
  const page = files[INDEX_NAME]
  if (page === undefined) throw new Error('the document has no page')
  const html = new TextDecoder()
    .decode(page.bytes)
    .replaceAll(/<a [^>]*href="https:\/\/annotation\.invalid\/[^>]*>(?<words>.*?)<\/a>/gsu, '$<words>')
    .replaceAll(/<\/?mark[^>]*>/gu, '')
  return { ...files, [INDEX_NAME]: { ...page, bytes: new TextEncoder().encode(html) } }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}
