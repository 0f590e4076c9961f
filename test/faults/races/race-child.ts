import { once } from 'node:events'
import { importedFile, markOn } from '../../../src/main/store/fixtures/briefings'
import type { CommandReply } from '../../../src/main/store/lock/channel'
import { WriterGone } from '../../../src/main/store/lock/request'
import type { OpenLibrary } from '../../../src/main/store/library/file-library'
import { openLibrary } from '../../../src/main/store/open-library'
import { problemOf } from '#core/problem/reader-error'
import { isSubject, SUBJECTS } from './subjects'

/**
 * One racer: waits for the word, then saves its marks, as the writer itself or through whoever is.
 * Each line tells what is done and ends with a time that is the same clock in all processes:
 * `begins`, `saved <mark>`, `handed <mark>`, `ends`, `failed <reason>`, `done`.
 */
const [subjectName = '', path = '', folder = '', racer = '', wanted = ''] = process.argv.slice(2)
if (!isSubject(subjectName)) throw new Error(`no such subject: ${subjectName}`)
const { acquire, files } = SUBJECTS[subjectName]
const say = (line: string): void => void process.stdout.write(`${line} ${process.hrtime.bigint()}\n`)
const file = importedFile('A deep-rooted friendship between the two nations.')
const left = Array.from({ length: Number(wanted) }, (_, count) => `${racer}-${count}`)

async function saveMark(library: OpenLibrary, id: string): Promise<void> {
  await library.saveAnnotation(markOn(file, 'two nations', { id, note: `note ${id}` }))
}

async function race(): Promise<void> {
  while (left.length > 0) {
    const claim = await acquire({ libraryPath: path, configFolder: `${folder}/config`, create: true, files })
    if (claim.role === 'guest') {
      await handOver((command) => claim.request(command))
      continue
    }
    say('begins')
    const library = await openLibrary({
      ...{ path, configFolder: `${folder}/config`, cacheFolder: `${folder}/cache`, create: true, files },
      clock: () => new Date().toISOString()
    })
    await library.add(file)
    claim.listen(async ({ argv: [id = ''] }) => {
      await saveMark(library, id)
      return { stdout: id, stderr: '', exitCode: 0 }
    })
    await saveOwn(library)
    await claim.release(async () => {
      await library.close()
      say('ends')
    })
  }
}

async function saveOwn(library: OpenLibrary): Promise<void> {
  for (let id = left[0]; id !== undefined; id = left[0]) {
    await saveMark(library, id)
    say(`saved ${id}`)
    left.shift()
  }
}

/** Until the writer is gone; what it may or may not have saved is then wanted again. */
async function handOver(request: (command: Command) => Promise<CommandReply>): Promise<void> {
  for (let id = left[0]; id !== undefined; id = left[0]) {
    const reply = await request({ argv: [id], cwd: '/' }).catch((error: unknown) => error)
    if (reply instanceof WriterGone || isLost(reply)) return
    if (reply instanceof Error) throw reply
    say(`handed ${id}`)
    left.shift()
  }
}

interface Command {
  readonly argv: readonly string[]
  readonly cwd: string
}

function isLost(reply: unknown): boolean {
  return reply instanceof Error && problemOf(reply).code === 'library-writer-lost'
}

say('ready')
await once(process.stdin, 'data')
process.stdin.destroy()
try {
  await race()
} catch (error) {
  say(`failed ${String(error).replaceAll(/\s/gu, '-')}`)
}
say('done')
