import { loadavg } from 'node:os'
import { milliseconds, quantile } from '../figures'
import { type Kind, KINDS } from './briefings'
import { gesture, gestureLines, noGestures } from './gestures'
import { measureOpening } from './opening'
import { makeLibrary, PLACES } from './places'
import { openKind, startProgram } from './program'
import { measureResolving } from './resolving'
import { measureWrapping } from './wrapping'

const [only = 'all', rounds = '5'] = process.argv.slice(2)
const say = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`)
const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`

if (only === 'all' || only === 'resolving') {
  console.log(`Resolving (${load()})\n`)
  say(measureResolving())
}
if (only !== 'resolving') await makeLibrary()
if (only === 'all' || only === 'opening') {
  console.log(`Opening, in turns, each time in a program that has just started (${load()})\n`)
  say(await measureOpening(Number(rounds)))
}
if (only === 'all' || only === 'gestures') {
  const gestures = noGestures()
  const scrolls = new Map<Kind, number[][]>(KINDS.map((kind) => [kind, []]))
  const program = await startProgram(PLACES)
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const kind of KINDS) {
      await openKind(program, kind)
      await gesture(program.window, kind, 6, gestures)
      const { gaps } = await program.window.evaluate(() => window.probe.scroll(1_200))
      scrolls.get(kind)?.push([...gaps])
      await program.window.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 0))
    }
  }
  await program.app.close()
  console.log(`Gestures, in turns; p50 / p95 / longest (${load()})\n`)
  say(gestureLines(gestures))
  console.log('Scrolling from end to end, 1,200 px each frame\n')
  say(
    [...scrolls].map(([kind, all]) => {
      const gaps = all.flat()
      const slow = gaps.filter((gap) => gap > 50).length
      return `${kind}: ${all.map((one) => one.length).join(' ')} frames, p95 ${milliseconds(quantile(gaps, 0.95))}, longest ${all.map((one) => Math.round(Math.max(...one))).join(' ')} ms; ${slow} of ${gaps.length} over 50 ms`
    })
  )
}
if (only === 'all' || only === 'wrapping') {
  console.log(`Beside <mark> elements on the same drawn page (${load()})\n`)
  say(await measureWrapping())
}
