import { loadavg } from 'node:os'
import { startTestEngine } from '../../test/printing/print-with-playwright'
import { measureAgainstEngine } from './against-engine'
import { longBriefing, pack } from './items'
import { measurePeers } from './peers'
import { measureSteps } from './steps'

const [only = 'all', rounds = '5'] = process.argv.slice(2)
const say = (title: string, lines: readonly string[]): void =>
  console.log(`${title} (load ${loadavg()[0]?.toFixed(1)})\n\n${lines.join('\n')}\n`)

const hundred = await pack(100)
if (only === 'all' || only === 'engine' || only === 'steps') {
  const long = [await longBriefing()]
  const engine = await startTestEngine()
  const single = { cover: 'no', contents: 'no', index: 'no', sources: 'no' } as const
  const packed = { notes: 'end', cover: 'yes', contents: 'yes' } as const
  const cases = [
    { name: '20 pages, 100 marks, endnotes', items: long, options: { ...single, notes: 'end' }, atMost: 1.5 },
    {
      name: '20 pages, 100 marks, notes in the margin',
      items: long,
      options: { ...single, notes: 'margin' }
    },
    {
      name: '100 briefings, 300 marks, without contents',
      items: hundred,
      options: { ...single, notes: 'end' },
      atMost: 1.5
    },
    { name: '100 briefings, 300 marks, cover and contents', items: hundred, options: packed, atMost: 2.2 }
  ] as const
  if (only !== 'steps')
    say(
      'Beside the engine that prints the text alone',
      await measureAgainstEngine(engine, cases, Number(rounds))
    )
  if (only !== 'engine') say('Step by step', await measureSteps(engine, cases, Number(rounds)))
  await engine.close()
}
if (only === 'all' || only === 'peers') {
  say('Whole processes, 100 briefings', await measurePeers(hundred, Number(rounds)))
}
