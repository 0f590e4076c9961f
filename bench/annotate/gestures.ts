import type { Page } from 'playwright'
import { median, milliseconds, quantile } from '../figures'
import { type Kind, KINDS } from './briefings'
import type { Frames, Shown, Watched } from './probe'

/** What is done, in this order; at the end the briefing is as it was before. */
const GESTURES: Readonly<Record<string, { readonly key: string; readonly watched: Watched }>> = {
  'a new highlight': { key: 'h', watched: 'marks' },
  'another colour': { key: '3', watched: 'marks' },
  'undo of the colour': { key: 'Control+z', watched: 'marks' },
  'undo of the highlight': { key: 'Control+z', watched: 'marks' }
}

export type Gestures = Map<string, Map<Kind, Shown[]>>

/** No figures yet, for each gesture on each kind of briefing. */
export function noGestures(): Gestures {
  const names = [...Object.keys(GESTURES), 'a click on a card']
  return new Map(names.map((name) => [name, new Map(KINDS.map((kind) => [kind, []]))]))
}

/** Make every gesture so many times on the open briefing. */
export async function gesture(page: Page, kind: Kind, times: number, into: Gestures): Promise<void> {
  const pause = (): Promise<void> => page.waitForTimeout(120)
  for (let round = 0; round < times; round += 1) {
    await page.evaluate((nth) => window.probe.select(nth), round)
    await pause()
    for (const [name, { key, watched }] of Object.entries(GESTURES)) {
      await page.evaluate((what) => window.probe.arm(what), watched)
      await page.keyboard.press(key)
      into
        .get(name)
        ?.get(kind)
        ?.push(await page.evaluate(() => window.probe.shown()))
      await pause()
    }
  }
}

/** The lines of the table; `atMostMs` is how much later than without marks p95 of a new highlight may be. */
export function gestureLines(gestures: Gestures): readonly string[] {
  return [...gestures].flatMap(([name, kinds]) => {
    const plain = (kinds.get('no marks') ?? []).map(({ ms }) => ms)
    return [...kinds].map(([kind, all]) => {
      const figures = all.map(({ ms }) => ms)
      if (figures.length === 0) return `${name}, ${kind}: not there`
      const [p50, p95, most] = [median(figures), quantile(figures, 0.95), Math.max(...figures)]
      const later = [p50 - median(plain), p95 - quantile(plain, 0.95)].map((ms) => ms.toFixed(1))
      const target = name === 'a new highlight' && kind === '10,000 marks' ? verdict(Number(later[1])) : ''
      return `${name}, ${kind}: ${[p50, p95, most].map(milliseconds).join(' / ')}; later by ${later.join(' / ')} ms${target}; longest frame ${longest(all)}`
    })
  })
}

function verdict(later: number): string {
  return ` (at most 16 ms: ${later <= 16 ? 'held' : 'MISSED'})`
}

function longest(all: readonly Frames[]): string {
  return milliseconds(Math.max(...all.flatMap(({ gaps }) => gaps)))
}
