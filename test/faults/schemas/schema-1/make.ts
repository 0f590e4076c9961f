import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { idOf, importedFile, markOn } from '../../../../src/main/store/fixtures/briefings'
import { emptyCopy, FIRST_DEVICE, SECOND_DEVICE } from '../open-fixture'
import { whatIsShown } from '../what-is-shown'

/**
 * Made `library/` and `expected.json` when schema 1 was what the program wrote. It stays to show how,
 * and is not to be run again: what was written then is what people have. To make a library of a later
 * schema, bundle a copy of it for Node and give it the folder to write into.
 */
const target = process.argv[2]
if (target === undefined) throw new Error('the folder to write into is missing')

const treaty = importedFile('A deep-rooted friendship between the two nations.', { title: 'Two nations' })
const budget = importedFile('The budget grows by three per cent — “at most”.', {
  title: 'Budget',
  date: null
})
const number = (mark: number): string => `0190a1b2-0000-7000-8000-00000000000${mark}`

const place = await emptyCopy()
const first = await place.open(FIRST_DEVICE)
await first.add(treaty)
await first.add(budget)
await first.saveAnnotation(markOn(treaty, 'friendship', { id: number(1), note: 'First thought' }))
await first.saveAnnotation(
  markOn(treaty, 'friendship', { id: number(1), note: 'Second thought', color: 'green', tags: ['north'] })
)
await first.saveAnnotation(markOn(treaty, 'two nations', { id: number(2), type: 'question' }))
await first.deleteAnnotation(idOf(treaty), number(2))
await first.rename(idOf(treaty), 'The two nations, again')
await first.saveReadingPosition(idOf(treaty), { offset: 12, progress: 0.25 })

const second = await place.open(SECOND_DEVICE)
await second.saveAnnotation(markOn(budget, 'three per cent', { id: number(3), style: 'underline' }))
await second.saveAnnotation(markOn(treaty, 'deep-rooted', { id: number(4), note: 'Naïve? 深い 🌱' }))
await second.deleteAnnotation(idOf(treaty), number(4))
await second.restoreAnnotation(idOf(treaty), number(4))

await mkdir(target, { recursive: true })
await cp(place.root, join(target, 'library'), { recursive: true })
const shown = await whatIsShown(await place.open(FIRST_DEVICE))
await writeFile(join(target, 'expected.json'), `${JSON.stringify(shown, null, 2)}\n`)
await place.remove()
