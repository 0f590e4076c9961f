import { readFile } from 'node:fs/promises'
import { nodeFiles } from '../../../src/main/store/files/node-files'
import { openLibrary } from '../../../src/main/store/open-library'
import { perform } from '../changes/change'
import { changeOfKind, chooseChange } from '../changes/choose-change'
import { after, type Model } from '../changes/model'
import { placeAt } from '../place'
import { PLANTED_FOR_KILLS } from '../planted/for-kills'
import { Seeded } from '../seeded'

/**
 * What is started and killed: change a library without end. Before each change a line tells what it
 * will be, after it a line tells that it is saved, so that whoever kills knows what must be there. A
 * line that was written reaches the reader whatever happens next, since pipes are written to at once.
 */
const [root = '', modelPath = '', seed = '', subjectName = ''] = process.argv.slice(2)
const subject = PLANTED_FOR_KILLS.find(({ name }) => name === subjectName)
if (subject === undefined) throw new Error(`nothing is planted under the name ${subjectName}`)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seeded = new Seeded(Number(seed))
let model = JSON.parse(await readFile(modelPath, 'utf8')) as Model
const options = placeAt(root).options({ files: subject.files(nodeFiles) })
const library = subject.library(await openLibrary(options))
for (let count = 0; ; count += 1) {
  const word = `${seed}-${count}`
  // Soon after it starts it saves a mark, which in a library of full parts begins another part.
  const first = changeOfKind(count === 0 ? 'read' : 'save', { seeded, model, word })
  const change = (count < 2 ? first : null) ?? chooseChange(seeded, model, word)
  say(`will ${JSON.stringify(change)}`)
  await perform(library, change)
  say('did')
  model = after(model, change)
}
