import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ExportOptionsSchema } from '#core/print/export-options'
import { parseCommandLine } from '../parse-command-line'
import { EXPORT_OPTIONS, EXPORT_USAGE, exportOptionsIn } from './export-options'

function optionsOf(...args: string[]): ReturnType<typeof exportOptionsIn> {
  return exportOptionsIn(parseCommandLine(['export', 'id', '--pdf', 'out.pdf', ...args]).values)
}

describe('the options of an export', () => {
  it('says what stands before and behind the briefings', () => {
    const said = ['--prepared-for', 'The Minister', '--prepared-by', 'M. A.', '--series', 'Weekly 12']
    const chosen = ['--cover', 'no', '--contents', 'yes', '--index', 'no', '--sources', 'yes']
    const front = ['--summary', 'two', '--summary', 'one', '--taskings', '--questions']
    expect(optionsOf(...said, ...chosen, ...front)).toMatchObject({
      ...{ preparedFor: 'The Minister', preparedBy: 'M. A.', series: 'Weekly 12' },
      ...{ cover: 'no', contents: 'yes', index: 'no', sources: 'yes' },
      ...{ summary: ['two', 'one'], taskings: true, questions: true }
    })
  })

  it('leaves to the document what is not said', () => {
    expect(v.parse(ExportOptionsSchema, optionsOf())).toEqual(v.parse(ExportOptionsSchema, {}))
  })

  it('refuses what is no choice', () => {
    expect(() => optionsOf('--cover', 'maybe')).toThrow('--cover is one of auto, yes, no')
  })

  const unusable = {
    '--prepared-for needs a value': ['--prepared-for', ''],
    '--title needs a value': ['--title', ' '],
    '--profile needs a value': ['--profile', ''],
    '--series takes no more than 500 letters': ['--series', 'x'.repeat(501)],
    '--summary takes no more than 100 marks': Array.from({ length: 101 }, () => ['--summary', 'x']).flat()
  }
  for (const [said, args] of Object.entries(unusable)) {
    it(`refuses what cannot be printed: ${said}`, () => expect(() => optionsOf(...args)).toThrow(said))
  }

  it('are all named in the help', () => {
    for (const name of Object.keys(EXPORT_OPTIONS)) {
      if (name !== 'pdf') expect(EXPORT_USAGE).toMatch(new RegExp(`--${name}[ |\\]]`, 'u'))
    }
  })
})
