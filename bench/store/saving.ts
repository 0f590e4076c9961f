import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '#core/annotation/annotation'
import { held, median, milliseconds, quantile } from '../figures'
import { bareWrite } from './bare-write'
import { markOn, type Recipe, treeOf } from './make-library'
import { open } from './open'
import { FOLDER } from './places'

const ROUNDS = 60
const LOWDB_ROUNDS = 7

interface Saving {
  readonly recipe: Recipe
  /** At most so many bare writes. */
  readonly atMost: number
}

/** Save marks durably beside the limit and beside plain lowdb, in turns; answers the lines of the table. */
export async function measureSaving({ recipe, atMost }: Saving): Promise<readonly string[]> {
  const library = await open(recipe.name)
  const { briefing } = markOn(0, 0)
  const before = (await library.annotations(briefing)).length
  const bareFolder = join(FOLDER, 'bare')
  mkdirSync(bareFolder, { recursive: true })
  const [ours, changes, bare]: number[][] = [[], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const mark: Annotation = { ...markOn(0, before + round), id: `new-${process.pid}-${round}` }
    bare?.push(await timed(() => bareWrite(join(bareFolder, 'record'))))
    ours?.push(await timed(() => library.saveAnnotation(mark)))
    changes?.push(await timed(() => library.saveAnnotation({ ...mark, note: 'changed' })))
  }
  await library.close()
  const lowdb = await measureLowdb(recipe)
  const limit = median(bare ?? [])
  const line = (what: string, figures: readonly number[]): string =>
    [
      `${recipe.name}, ${what}: ${milliseconds(median(figures))}, p95 ${milliseconds(quantile(figures, 0.95))}`,
      `  the limit ${milliseconds(limit)}: ${held(median(figures) / limit, { atMost })}`,
      `  plain lowdb ${milliseconds(lowdb)}: ${held(lowdb / median(figures), { atLeast: 20 })} faster`
    ].join('\n')
  return [line('new mark', ours ?? []), line('change of a mark', changes ?? [])]
}

/** The same library as lowdb keeps it by default: one file, written whole. */
async function measureLowdb({ name, briefings, marksOf }: Recipe): Promise<number> {
  const path = join(FOLDER, `${name}.lowdb.json`)
  const { note, anchor } = markOn(0, 0)
  const db = new Low<{ briefings: unknown[]; annotations: unknown[] }>(new JSONFile(path), {
    briefings: [],
    annotations: []
  })
  for (let number = 0; number < briefings; number += 1) {
    const title = `Briefing ${number} on the talks in Ankara`
    db.data.briefings.push({
      id: `briefing-${number}`,
      title,
      date: '2026-01-01',
      language: 'en',
      tags: ['talks'],
      words: 900
    })
    for (let index = 0; index < marksOf(number); index += 1) {
      db.data.annotations.push({
        id: `mark-${number}-${index}`,
        briefing: `briefing-${number}`,
        anchor,
        color: 'yellow',
        note
      })
    }
  }
  if (briefings === 1) db.data.briefings.push({ tree: treeOf(0) })
  const figures: number[] = []
  for (let round = 0; round < LOWDB_ROUNDS; round += 1) {
    db.data.annotations.push({ id: `new-${round}`, briefing: 'briefing-0', anchor, color: 'yellow', note })
    figures.push(await timed(() => db.write()))
  }
  rmSync(path)
  return median(figures)
}

/** How long `action` takes, in milliseconds. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}
