import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createPrinter } from '../../src/main/pdf/create-printer'
import { jobOf, TEST_PARTS } from './print-in-test'
import { startTestEngine } from './print-with-playwright'
import { PRESS, RICH } from './sample-briefings'
import { CROWDED } from './sample-margins'
import { MIXED } from './sample-packs'
import { ARABIC, JAPANESE } from './sample-scripts'
import { TEST_PICTURE } from './test-picture'

const PROJECT = process.env['BENCH_PROJECT'] ?? '.'
const FOLDER = resolve(PROJECT, 'docs', 'samples')
const ALL_MARKS = MIXED.flatMap(({ annotations }) => annotations)

/** What each sample shows; all are printed with a fixed date, so that they change only when the print does. */
const SAMPLES = {
  'margin-notes': { items: [CROWDED], options: { notes: 'margin' } },
  endnotes: { items: [RICH], options: { notes: 'end', contents: 'no' } },
  digest: { items: [PRESS], options: { notes: 'only' } },
  'clean-copy': { items: [PRESS], options: { notes: 'none' } },
  greyscale: {
    items: [PRESS],
    options: { notes: 'end', color: 'greyscale', typeface: 'sans', paper: 'letter' }
  },
  'right-to-left': { items: [ARABIC], options: { notes: 'margin' } },
  japanese: { items: [JAPANESE], options: { notes: 'end' } },
  pack: {
    items: MIXED,
    options: {
      title: 'Briefings for the visit to the harbour towns',
      ...{ series: 'Weekly digest, issue 12', preparedBy: 'Policy Unit', preparedFor: 'The Minister' },
      marking: 'OFFICIAL – SENSITIVE',
      ...{ notes: 'end', taskings: true, questions: true, summary: ALL_MARKS.slice(0, 4).map(({ id }) => id) }
    }
  }
} as const satisfies Record<
  string,
  { items: Parameters<typeof jobOf>[0]; options: Parameters<typeof jobOf>[1] }
>

mkdirSync(FOLDER, { recursive: true })
const engine = await startTestEngine()
const printer = createPrinter({
  ...TEST_PARTS,
  resources: join(PROJECT, 'resources', 'print'),
  producer: 'Briefing Reader',
  library: { asset: async () => TEST_PICTURE },
  printPage: engine.printPage
})
for (const [name, { items, options }] of Object.entries(SAMPLES)) {
  const { bytes, pages, annotations } = await printer.print(jobOf(items, options))
  writeFileSync(join(FOLDER, `${name}.pdf`), bytes)
  console.log(
    `docs/samples/${name}.pdf: ${pages} pages, ${annotations} marks, ${Math.round(bytes.length / 1024)} KB`
  )
}
await engine.close()
