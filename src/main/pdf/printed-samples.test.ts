import { afterAll, beforeAll, describe } from 'vitest'
import type { PrintItem } from '#core/service/ports'
import { startTestEngine } from '../../../test/printing/print-with-playwright'
import type { TestEngine } from '../../../test/printing/print-with-playwright'
import { promisesOfPrint } from '../../../test/printing/promises-of-print'
import { LONG, PRESS, RICH } from '../../../test/printing/sample-briefings'
import { ARABIC, JAPANESE, TURKISH } from '../../../test/printing/sample-scripts'

const SAMPLES: Readonly<Record<string, PrintItem>> = {
  'a press briefing': PRESS,
  'tables, pictures, links and footnotes': RICH,
  'marks over pages': LONG,
  Turkish: TURKISH,
  Arabic: ARABIC,
  Japanese: JAPANESE
}
const OWN_FONTS = new Set(['a press briefing', 'marks over pages', 'Turkish'])
const JOINED_LETTERS = new Set(['Arabic'])

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

const CASES = Object.entries(SAMPLES).flatMap(([name, item]) =>
  (['end', 'margin'] as const).map((notes) => [name, notes, item] as const)
)

describe.each(CASES)('the PDF of %s, notes: %s', (name, notes, item) => {
  promisesOfPrint({
    ...{ engine: () => engine, item, notes },
    isInOwnFonts: OWN_FONTS.has(name),
    hasJoinedLetters: JOINED_LETTERS.has(name)
  })
})
