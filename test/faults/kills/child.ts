import type { Annotation } from '#core/annotation/annotation'
import { idOf, importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { openLibrary } from '../../../src/main/store/open-library'
import { writesInPlace } from '../planted/write-in-place'
import { seeded } from '../seeded'
import type { ChangeLine } from './change-line'

/** What is started and killed: it opens a library and changes it without end, and tells of each change. */
const [subject = '', path = '', folder = '', seed = ''] = process.argv.slice(2)
const draws = seeded(Number(seed))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

say('opening')
const library = await openLibrary({
  ...{ path, configFolder: `${folder}/config`, cacheFolder: `${folder}/cache`, create: true },
  clock: () => new Date().toISOString(),
  files: subject === 'writes in place' ? writesInPlace(nodeFiles) : nodeFiles
})

type Told = Omit<ChangeLine, 'stage'>
async function change(told: Told, action: () => Promise<unknown>): Promise<void> {
  const acknowledge = (): void => say(JSON.stringify({ stage: 'acknowledged', ...told }))
  say(JSON.stringify({ stage: 'begun', ...told }))
  if (subject === 'acknowledges early') acknowledge()
  await action()
  if (subject !== 'acknowledges early') acknowledge()
}

const file = importedFile('A deep-rooted friendship between the two nations.')
const briefing = idOf(file)
const live: Annotation[] = []
const trashed: Annotation[] = []

function save(mark: Annotation): Promise<void> {
  return change({ kind: 'mark', briefing, id: mark.id, note: mark.note }, () => library.saveAnnotation(mark))
}

/** One change, by the draw `choice` from 0 to 1. */
async function changeOnce(choice: number, count: number): Promise<void> {
  if (choice < 0.04) {
    const more = importedFile(`Text ${seed} ${count}`)
    return change({ kind: 'briefing', briefing: idOf(more), id: idOf(more), note: null }, () =>
      library.add(more)
    )
  }
  if (choice < 0.14 && live.length > 0) {
    const at = draws.below(live.length)
    live[at] = { ...draws.pick(live.slice(at, at + 1)), note: `changed ${seed} ${count}` }
    return save(draws.pick(live.slice(at, at + 1)))
  }
  if (choice < 0.22) {
    const [mark] = live.splice(draws.below(live.length), 1)
    if (mark === undefined) return
    trashed.push(mark)
    return change({ kind: 'mark', briefing, id: mark.id, note: null }, () =>
      library.deleteAnnotation(briefing, mark.id)
    )
  }
  const mark = choice < 0.28 ? trashed.pop() : undefined
  if (mark !== undefined) {
    live.push(mark)
    return change({ kind: 'mark', briefing, id: mark.id, note: mark.note }, () =>
      library.restoreAnnotation(briefing, mark.id)
    )
  }
  live.push(markOn(file, 'two nations', { id: `${seed}-${count}`, note: `note ${count}` }))
  return save(draws.pick(live.slice(-1)))
}

await change({ kind: 'briefing', briefing, id: briefing, note: null }, () => library.add(file))
live.push(...(await library.annotations(briefing)))
for (let count = 0; ; count += 1) await changeOnce(draws.fraction(), count)
