import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundleScript, type Child, startChild } from '../../../src/main/store/fixtures/child'
import type { Change } from '../changes/change'
import { after, type Model } from '../changes/model'
import { Findings } from '../findings'
import { type Place, placeOnDisk } from '../place'
import { reopen } from '../reopen'
import { Seeded } from '../seeded'
import type { Subject } from '../subject'
import { putFullParts } from './full-parts'

interface Scope {
  readonly kills: number
  readonly seed: number
  readonly untilRed?: boolean
}

/** Chains of kills that run side by side, each on a library of its own. */
const CHAINS = 2
/** After so many kills a chain begins with a new library, whose next mark begins a new part. */
const KILLS_PER_LIBRARY = 5
/** The longest that a process lives after its first acknowledgement: some ten changes. */
const LIFE_MS = 60
/** The longest that the first one on a library lives: until about the end of its second change, which begins a part. */
const FIRST_LIFE_MS = 10

/**
 * P1: start a program that changes a library, kill it with SIGKILL at any moment after it said that
 * something is saved, and look at the library; the next one goes on with what was left. What was
 * acknowledged is there, everything can be read, and nothing is left behind.
 */
export async function proveKills(subject: Subject, { kills, seed, untilRed }: Scope): Promise<Findings> {
  const findings = new Findings()
  const script = await bundleScript(join(import.meta.dirname, 'child-script.ts'))
  const perChain = Math.ceil(kills / CHAINS)
  const chain = async (index: number): Promise<void> => {
    const seeded = new Seeded(seed + index)
    for (let done = 0; done < perChain; done += KILLS_PER_LIBRARY) {
      if (untilRed === true && findings.isRed) return
      const count = Math.min(KILLS_PER_LIBRARY, perChain - done)
      await killAgainAndAgain({ subject, script, findings, seeded }, count)
    }
  }
  try {
    await Promise.all(Array.from({ length: CHAINS }, (_, index) => chain(index)))
  } finally {
    await rm(dirname(script), { recursive: true })
  }
  return findings
}

interface Setting {
  readonly subject: Subject
  /** The bundled child. */
  readonly script: string
  readonly findings: Findings
  readonly seeded: Seeded
}

async function killAgainAndAgain(setting: Setting, count: number): Promise<void> {
  const place = await placeOnDisk()
  try {
    let model: Model | null = await putFullParts(place)
    for (let kill = 0; kill < count && model !== null; kill += 1) {
      const lifeMs = setting.seeded.below(kill === 0 ? FIRST_LIFE_MS : LIFE_MS)
      model = await killOnce({ ...setting, lifeMs }, place, model)
    }
  } finally {
    await place.remove()
  }
}

/** Answers what was found afterwards, or `null` after noting what is wrong. */
async function killOnce(
  { subject, script, findings, seeded, lifeMs }: Setting & { readonly lifeMs: number },
  place: Place,
  model: Model
): Promise<Model | null> {
  const modelPath = join(place.root, 'model.json')
  await writeFile(modelPath, JSON.stringify(model))
  const seed = String(seeded.below(1_000_000_000))
  const child = startChild(script, [place.root, modelPath, seed, subject.name])
  await child.line('did')
  await setTimeout(lifeMs)
  const told = `kill of the child with seed ${seed}`
  if (child.process.exitCode !== null) findings.note('unreported', `${told}: it had ended by itself`)
  await child.kill()
  findings.try()
  const { acknowledged, underWay } = whatWasSaid(child, model)
  const allowed = underWay === null ? [acknowledged] : [acknowledged, after(acknowledged, underWay)]
  return reopen({ options: place.options(), allowed, findings, told })
}

function whatWasSaid(child: Child, model: Model): { acknowledged: Model; underWay: Change | null } {
  let acknowledged = model
  let underWay: Change | null = null
  for (const line of child.lines) {
    if (line.startsWith('will ')) underWay = JSON.parse(line.slice(5)) as Change
    if (line !== 'did' || underWay === null) continue
    acknowledged = after(acknowledged, underWay)
    underWay = null
  }
  return { acknowledged, underWay }
}
