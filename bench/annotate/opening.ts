import { held, median, milliseconds } from '../figures'
import { type Kind, KINDS } from './briefings'
import { PLACES } from './places'
import type { Opening } from './probe'
import { countSpent, longestInMain, openKind, startProgram, watchMain } from './program'

interface Opened extends Opening {
  /** The longest that main answered nothing. */
  readonly silent: number
  /** Processor time of main and page together. */
  readonly spent: number
}

/** Open each kind in turns, each time in a program that has just started; answers the lines of the table. */
export async function measureOpening(rounds: number): Promise<readonly string[]> {
  const found = new Map<Kind, Opened[]>(KINDS.map((kind) => [kind, []]))
  // The first round warms the disk's cache.
  for (let round = 0; round <= rounds; round += 1) {
    for (const kind of KINDS) {
      const opened = await openAfterStart(kind)
      if (round > 0) found.get(kind)?.push(opened)
    }
  }
  const plain = found.get('no marks') ?? []
  return KINDS.map((kind) => {
    const all = found.get(kind) ?? []
    const part = (name: 'first' | 'marked' | 'settled' | 'spent'): string => {
      const figures = all.map((one) => one[name])
      const times = median(figures) / median(plain.map((one) => one[name]))
      const ratio = kind === '10,000 marks' ? held(times, { atMost: 1.5 }) : `${times.toFixed(2)}×`
      return `${milliseconds(median(figures))} (${figures.map(Math.round).join(' ')}), ${ratio}`
    }
    const worst = (figures: readonly number[]): string => milliseconds(Math.max(...figures))
    const gaps = all.flatMap((one) => one.gaps)
    return [
      `${kind}: first words ${part('first')}`,
      `  their marks ${part('marked')}`,
      `  all of it ${part('settled')}`,
      `  processor time of main and page ${part('spent')}`,
      `  longest frame ${worst(gaps)}, ${gaps.filter((gap) => gap > 50).length / all.length} over 50 ms each time; main silent at most ${worst(all.map(({ silent }) => silent))}`
    ].join('\n')
  })
}

async function openAfterStart(kind: Kind): Promise<Opened> {
  const program = await startProgram(PLACES)
  try {
    await watchMain(program)
    const spent = await countSpent(program)
    const opening = await openKind(program, kind)
    const { main, page } = await spent()
    return { ...opening, spent: main + page, silent: await longestInMain(program) }
  } finally {
    await program.app.close()
  }
}
