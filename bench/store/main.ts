import { makeLibrary, type Recipe } from './make-library'
import { measureOpening } from './opening'
import { measureRebuild } from './rebuilding'
import { measureSaving } from './saving'

const EMPTY: Recipe = { name: 'empty', briefings: 0, marksOf: () => 0 }
const TEN: Recipe = { name: '10,000 briefings with 100,000 marks', briefings: 10_000, marksOf: () => 10 }
const HUNDRED: Recipe = {
  name: '100,000 briefings with 100,000 marks',
  briefings: 100_000,
  marksOf: (number) => (number % 10 === 0 ? 10 : 0)
}
const MANY: Recipe = { name: 'one briefing with 10,000 marks', briefings: 1, marksOf: () => 10_000 }

const say = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`)

for (const recipe of [EMPTY, MANY, TEN, HUNDRED]) {
  console.log(`Making the library: ${recipe.name}`)
  await makeLibrary(recipe)
}
console.log('\nA durable save of one mark\n')
say(await measureSaving({ recipe: TEN, atMost: 4 }))
say(await measureSaving({ recipe: HUNDRED, atMost: 10 }))
say(await measureSaving({ recipe: MANY, atMost: 10 }))
console.log('Opening, each time in a new process, the catalogue kept\n')
say(await measureOpening([EMPTY, TEN, HUNDRED].map(({ name }) => name)))
console.log('Building the catalogue anew\n')
say(await measureRebuild(TEN))
