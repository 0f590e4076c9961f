import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startChild } from '../../../src/main/store/fixtures/child'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { memoryFolder } from '../memory-folder'
import { Seeded } from '../seeded'
import { compareAll, type Divergence, divergenceOf } from './compare'
import type { Model } from './model'
import type { Step } from './operations'
import { expected, nextStep, perform } from './perform'

/** What came of many operations. */
export interface ModelCounts {
  readonly operations: number
  /** Operations that a child did before it was killed. */
  readonly inChild: number
  readonly kills: number
  readonly reopenings: number
  readonly divergences: readonly Divergence[]
  /** What `check` found when the library was opened again. */
  readonly faults: readonly string[]
  /** Memory of this process at each reopening, in bytes. */
  readonly memory: readonly number[]
}

interface Proof {
  /** The bundled `model-child.ts`. */
  readonly script: string
  readonly operations: number
  readonly seed: number
  /** The library that is proved, made of the real one. */
  readonly subject?: (library: OpenLibrary) => OpenLibrary
}

/** Operations between two openings of the library. */
export const CHAPTER = 500

/**
 * Do random operations on one library and on a model in memory, and compare every answer; look at
 * everything after each reopening. Every other chapter begins in a child that is killed on the way.
 */
export async function proveModel(proof: Proof): Promise<ModelCounts> {
  const folder = await memoryFolder('model')
  try {
    const run = new Run(proof, folder)
    for (let chapter = 0; run.counts.operations < proof.operations; chapter += 1) await run.chapter(chapter)
    await run.end()
    return run.counts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const NONE: ModelCounts = {
  ...{ operations: 0, inChild: 0, kills: 0, reopenings: 0 },
  ...{ divergences: [], faults: [], memory: [] }
}

class Run {
  counts = NONE
  readonly #proof: Proof
  readonly #folder: string
  readonly #chance: Seeded
  #model: Model = new Map()
  #now = ''
  readonly #leftOpen: OpenLibrary[] = []

  constructor(proof: Proof, folder: string) {
    this.#proof = proof
    this.#folder = folder
    this.#chance = new Seeded(proof.seed)
  }

  /** Every other library is left open, as by a program that was killed. */
  async chapter(number: number): Promise<void> {
    const steps = Array.from({ length: CHAPTER }, () => nextStep(this.#chance))
    const done = number % 2 === 1 ? await this.#inChild(steps) : 0
    const library = await this.#open()
    for (const step of steps.slice(done)) {
      this.#now = step.now
      this.#replay(step, await perform(library, step))
    }
    this.#find({ divergences: await compareAll(library, this.#model) })
    if (number % 4 < 2) await library.close()
    else this.#leftOpen.push(library)
    await this.#reopen()
  }

  /** Nothing is written any more. */
  async end(): Promise<void> {
    for (const library of this.#leftOpen) await library.close()
  }

  async #open(): Promise<OpenLibrary> {
    const library = await openLibrary({
      ...{ path: join(this.#folder, 'library'), create: true },
      ...{ configFolder: join(this.#folder, 'config'), cacheFolder: join(this.#folder, 'cache') },
      clock: () => this.#now
    })
    return this.#proof.subject?.(library) ?? library
  }

  async #reopen(): Promise<void> {
    const library = await this.#open()
    this.#find({
      reopenings: this.counts.reopenings + 1,
      divergences: await compareAll(library, this.#model),
      faults: (await library.check()).map(({ message }) => message),
      memory: [process.memoryUsage.rss()]
    })
    await library.close()
  }

  #replay(step: Step, answer: string): void {
    const { answer: wanted, model } = expected(this.#model, step)
    this.#model = model
    this.#find({
      operations: this.counts.operations + 1,
      divergences: divergenceOf(step, wanted, answer)
    })
  }

  /** Answers how many steps were done or may have been. */
  async #inChild(steps: readonly Step[]): Promise<number> {
    const file = join(this.#folder, 'steps.jsonl')
    await writeFile(file, steps.map((step) => `${JSON.stringify(step)}\n`).join(''))
    const child = startChild(this.#proof.script, [join(this.#folder, 'library'), this.#folder, file])
    await child.line(`${this.#chance.below(steps.length)} `)
    await child.kill()
    const answers = child.lines.flatMap((line) => /^\d+ (.*)\.$/u.exec(line)?.[1] ?? [])
    for (const [index, answer] of answers.entries()) {
      const step = steps[index]
      if (step !== undefined) this.#replay(step, answer)
    }
    this.#find({ kills: this.counts.kills + 1, inChild: this.counts.inChild + answers.length })
    const begun = steps[answers.length]
    if (begun !== undefined) await this.#settle(begun)
    return answers.length + 1
  }

  /** What was under way when the child was killed happened or did not: the library says which. */
  async #settle(step: Step): Promise<void> {
    const library = await this.#open()
    const after = expected(this.#model, step).model
    if ((await compareAll(library, after)).length === 0) this.#model = after
    this.#find({
      operations: this.counts.operations + 1,
      divergences: await compareAll(library, this.#model)
    })
    await library.close()
  }

  #find(found: Partial<ModelCounts>): void {
    const { divergences, faults, memory } = this.counts
    this.counts = {
      ...this.counts,
      ...found,
      divergences: [...divergences, ...(found.divergences ?? [])].slice(0, KEPT),
      faults: [...faults, ...(found.faults ?? [])].slice(0, KEPT),
      memory: [...memory, ...(found.memory ?? [])]
    }
  }
}

/** Of what went wrong; the first are the ones that say why. */
const KEPT = 20
