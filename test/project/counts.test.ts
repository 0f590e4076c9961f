import { describe, expect, it } from 'vitest'
import { countTests, countWhole, lastLine, sumOf } from '../../scripts/test/counts.mjs'
import { countPlaywright, countVitest } from '../../scripts/test/read-reports.mjs'

const done = { code: 0, timedOut: false }
const broken = { code: 1, timedOut: false }
const killed = { code: null, timedOut: true }

const vitestReport = (passed: number, failed: number, files: readonly object[] = []): unknown => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files
})
const playwrightReport = (
  expected: number,
  unexpected: number,
  flaky = 0,
  errors: readonly object[] = []
): unknown => ({
  stats: { expected, unexpected, flaky, skipped: 0 },
  errors
})

describe('a stage of many tests', () => {
  const cases = {
    'counts what its report says': {
      ending: done,
      reported: countVitest(vitestReport(3, 0)),
      expected: [3, 0]
    },
    'counts its failures': { ending: broken, reported: countVitest(vitestReport(3, 2)), expected: [3, 2] },
    'has failed when its process failed, whatever the report says': {
      ending: broken,
      reported: countVitest(vitestReport(3, 0)),
      expected: [3, 1]
    },
    'has failed when it was ended at its time limit': {
      ending: killed,
      reported: countVitest(vitestReport(3, 0)),
      expected: [3, 1]
    },
    'has failed when it crashed before its report': { ending: broken, reported: null, expected: [0, 1] },
    'has failed when it left no report, even with exit code 0': {
      ending: done,
      reported: null,
      expected: [0, 1]
    },
    'has failed when it ran nothing': {
      ending: done,
      reported: countVitest(vitestReport(0, 0)),
      expected: [0, 1]
    },
    'still counts reported failures of a process that said 0': {
      ending: done,
      reported: countVitest(vitestReport(1, 1)),
      expected: [1, 1]
    }
  }
  for (const [name, { ending, reported, expected }] of Object.entries(cases)) {
    it(name, () => {
      const { passed, failed } = countTests(ending, reported)
      expect([passed, failed]).toEqual(expected)
    })
  }

  it('says why it failed when no test of its did', () => {
    expect(countTests(killed, null).reason).toBe('did not end in time')
    expect(countTests({ code: 139, timedOut: false }, null).reason).toBe('ended with exit code 139')
    expect(countTests(done, countVitest(vitestReport(0, 0))).reason).toBe('ran no test')
  })
})

describe('a stage that is one claim', () => {
  it('passes with exit code 0 and with no other', () => {
    expect(countWhole(done)).toMatchObject({ passed: 1, failed: 0 })
    expect(countWhole(broken)).toMatchObject({ passed: 0, failed: 1 })
    expect(countWhole(killed)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('the report of vitest', () => {
  it('counts a file that fails before its first test', () => {
    const files = [{ status: 'failed', assertionResults: [] }]
    expect(countVitest(vitestReport(5, 0, files))).toMatchObject({ passed: 5, failed: 1 })
  })

  it('counts a failing test once, not again for its file', () => {
    const files = [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }]
    expect(countVitest(vitestReport(5, 1, files))).toMatchObject({ passed: 5, failed: 1 })
  })

  for (const nonsense of [null, undefined, 'text', 3, [], {}, { numPassedTests: '5' }]) {
    it(`is no report when it is ${JSON.stringify(nonsense)}`, () => expect(countVitest(nonsense)).toBeNull())
  }
})

describe('the report of Playwright', () => {
  it('counts a test that passed only when repeated as failed', () => {
    expect(countPlaywright(playwrightReport(4, 1, 2))).toMatchObject({ passed: 4, failed: 3 })
  })

  it('counts what failed outside any test', () => {
    expect(countPlaywright(playwrightReport(4, 0, 0, [{ message: 'no engine' }]))).toMatchObject({
      failed: 1
    })
  })

  for (const nonsense of [null, 'text', {}, { stats: null }, { stats: { expected: 1 } }]) {
    it(`is no report when it is ${JSON.stringify(nonsense)}`, () =>
      expect(countPlaywright(nonsense)).toBeNull())
  }
})

describe('the last line', () => {
  it('is the sum over all stages and nothing else', () => {
    const all = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 130, failed: 2, skipped: 4, reason: 'whatever' },
      { passed: 0, failed: 1, skipped: 0 }
    ]
    expect(lastLine(sumOf(all))).toBe('131 passed, 3 failed')
  })
})
