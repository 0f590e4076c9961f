import { loadavg } from 'node:os'
import { KINDS } from './briefings'
import { frameLines, noFrames } from './frames'
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
  const leaps = noFrames()
  const turns = noFrames()
  const program = await startProgram(PLACES)
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const kind of KINDS) {
      await openKind(program, kind)
      await gesture(program.window, kind, 6, gestures)
      const leap = await program.window.evaluate(() => window.probe.scroll(1_200))
      leaps.get(kind)?.push([...leap.gaps])
      const turn = await program.window.evaluate(() => window.probe.scroll(60, 0.4, 300))
      turns.get(kind)?.push([...turn.gaps])
      await program.window.evaluate(() => document.querySelector('.scroller')?.scrollTo(0, 0))
    }
  }
  await program.app.close()
  console.log(`Gestures, in turns; p50 / p95 / longest (${load()})\n`)
  say(gestureLines(gestures))
  console.log('Scrolling from end to end, 1,200 px each frame\n')
  say(frameLines(leaps))
  console.log('Scrolling as by a wheel that is turned fast, 60 px each frame, from the middle on\n')
  say(frameLines(turns))
}
if (only === 'all' || only === 'wrapping') {
  console.log(`Beside <mark> elements on the same drawn page (${load()})\n`)
  say(await measureWrapping())
}
