import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExpectedPlaces, PrintedPlaces } from '#core/print/printed-places'
import type { PrintProgress } from '#core/service/ports'
import { TEST_PARTS, jobOf } from '../../../test/printing/print-in-test'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { PRESS, RICH } from '../../../test/printing/sample-briefings'
import { createPrinter } from './create-printer'
import type { PrinterParts } from './create-printer'
import { composePrint } from '../worker/jobs/compose-print'
import { measurePrint } from './measure/measure-print'

const WITHOUT_CHOICES = { colorNames: {}, markingLevels: [], producedOn: '2026-01-02T03:04:05Z' }

interface Writing {
  readonly isDraft: boolean
  readonly expected: ExpectedPlaces | null
}

/** A printer whose document is written by `write`, and whose nth print puts `end` on the page `pagesOfEnd[n]`. */
function printerOf(
  write: (passes: readonly PrintedPlaces[]) => Writing,
  pagesOfEnd: readonly number[] = [0]
): { printer: ReturnType<typeof createPrinter>; steps: string[] } {
  const steps: string[] = []
  const jobs: Readonly<Record<string, (input: never) => unknown>> = {
    composePrint: ({ options }: { options: { passes: readonly PrintedPlaces[] } }) => {
      steps.push(`write after ${options.passes.length}`)
      return { files: {}, pictures: [], headingIds: [], plan: {}, ...write(options.passes) }
    },
    measurePrint: ({ bytes }: { bytes: Uint8Array }) => {
      const end = pagesOfEnd[Math.min(bytes[0] ?? 0, pagesOfEnd.length - 1)] ?? 0
      return { pages: [], targets: { end }, headings: [], references: {}, places: {}, runs: [] }
    },
    finishPdf: ({ bytes }: { bytes: Uint8Array }) => ({ bytes, pages: 1, annotations: 0 })
  }
  let prints = 0
  const parts: PrinterParts = {
    ...TEST_PARTS,
    worker: { run: async (job, input) => jobs[job]?.(input as never) as never },
    printPage: async (_files, { isDraft } = {}) => {
      steps.push(isDraft === true ? 'print a draft' : 'print')
      return Uint8Array.of(prints++)
    }
  }
  return { printer: createPrinter(parts), steps }
}

/** A document that says on which page its end is, as the last print told. */
function saysWhereItEnds(passes: readonly PrintedPlaces[]): Writing {
  const told = passes.at(-1)
  return { isDraft: told === undefined, expected: told === undefined ? null : { targets: told.targets } }
}

describe('printing in passes', () => {
  it('prints a document once that says nothing of its own pages', async () => {
    const { printer, steps } = printerOf(() => ({ isDraft: false, expected: null }))
    await printer.print(jobOf([PRESS]))
    expect(steps).toEqual(['write after 0', 'print'])
  })

  it('writes one that does again with what the print told, and stops when it says what is so', async () => {
    const { printer, steps } = printerOf(saysWhereItEnds, [3])
    const { bytes } = await printer.print(jobOf([PRESS]))
    expect(steps).toEqual(['write after 0', 'print a draft', 'write after 1', 'print'])
    expect([...bytes]).toEqual([1])
  })

  it('prints a third time when what it says moves its pages', async () => {
    const { printer, steps } = printerOf(saysWhereItEnds, [3, 4, 4])
    const { bytes } = await printer.print(jobOf([PRESS]))
    expect(steps.filter((step) => step.startsWith('print'))).toEqual(['print a draft', 'print', 'print'])
    expect([...bytes]).toEqual([2])
  })

  it('never hands out a document that says what is not so', async () => {
    const { printer } = printerOf(saysWhereItEnds, [3, 4, 5, 6])
    await expect(printer.print(jobOf([PRESS]))).rejects.toMatchObject({ problem: { code: 'print-failed' } })
  })

  it('checks the count of pages too', async () => {
    const { printer } = printerOf(() => ({ isDraft: false, expected: { pages: 7, targets: {} } }))
    await expect(printer.print(jobOf([PRESS]))).rejects.toMatchObject({ problem: { code: 'print-failed' } })
  })

  it('tells how far it has come', async () => {
    const { printer } = printerOf(saysWhereItEnds, [3])
    const told: PrintProgress[] = []
    await printer.print(jobOf([PRESS]), { onProgress: (progress) => told.push(progress) })
    expect(told).toEqual([
      { step: 'composing' },
      { step: 'printing', pass: 1, passes: 2 },
      { step: 'composing' },
      { step: 'printing', pass: 2, passes: 2 },
      { step: 'finishing' }
    ])
  })

  it('ends when it is told to, between its steps', async () => {
    const ending = new AbortController()
    const { printer, steps } = printerOf(() => {
      ending.abort()
      return { isDraft: false, expected: null }
    })
    const printed = printer.print(jobOf([PRESS]), { signal: ending.signal })
    await expect(printed).rejects.toMatchObject({ problem: { code: 'print-cancelled' } })
    expect(steps).toEqual(['write after 0'])
  })
})

describe('what a pass of printing tells', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await startTestEngine()
  })
  afterAll(() => engine.close())

  it('is where each link and its target stand, in points from the upper left', async () => {
    const html = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="print.css">
      <p id="first"><a href="#second">down</a></p><p><a href="https://annotation.invalid/1">run</a></p>
      <p id="second"><a href="https://annotation.invalid/at/a/1">x</a></p>`
    const css = `@page { size: 300pt 200pt; margin: 30pt } body { margin: 0; font: 6pt/12pt sans-serif }
      a { display: block }
      p { margin: 0 0 18pt; } #second { break-before: page }`
    const file = (type: string, text: string): { type: string; bytes: Uint8Array } => ({
      type,
      bytes: new TextEncoder().encode(text)
    })
    const files = { 'index.html': file('text/html', html), 'print.css': file('text/css', css) }
    const printed = await measurePrint({ bytes: await engine.printPage(files) })
    expect(printed.pages.map(({ width }) => Math.round(width))).toEqual([300, 300])
    expect(printed.targets).toEqual({ second: 1 })
    const [link] = printed.references['second'] ?? []
    expect(link).toMatchObject({ page: 0, rectangle: { left: 30, top: 30, bottom: 42 } })
    expect(printed.places['a/1']).toMatchObject([{ page: 1, rectangle: { left: 30, top: 30, bottom: 42 } }])
    expect(printed.runs[0]).toEqual([])
    expect(printed.runs[1]).toMatchObject([{ page: 0, rectangle: { left: 30, top: 60, bottom: 72 } }])
  })

  it('is where the headings of a draft stand, which has no outline', async () => {
    const headings = (drafts: boolean) =>
      [PRESS, RICH].map(async (item) => {
        const { files, headingIds } = await composePrint({
          items: [item],
          options: { ...jobOf([item], { notes: 'margin' }).options, ...WITHOUT_CHOICES, passes: [] },
          resources: TEST_PARTS.resources
        })
        const bytes = await engine.printPage(files, { isDraft: drafts })
        return (await measurePrint({ bytes, ...(drafts ? { headingIds } : {}) })).headings
      })
    const drafted = await Promise.all(headings(true))
    expect(drafted.map(({ length }) => length)).toEqual([expect.any(Number), 3])
    expect(drafted).toEqual(await Promise.all(headings(false)))
  })
})
