import type { App } from 'electron'
import { givenFilesIn, type GivenFiles } from './given-files'

/** Starts of the program after the first: other processes that hand over their files or links and end. */
export interface LaterStarts {
  /** From now on each is answered by `open`, those first that came while there was no window yet. */
  answer(open: (given: GivenFiles) => void): void
}

/** Listen from the very start: two files that are opened together start the program twice at once. */
export function collectLaterStarts(app: App): LaterStarts {
  const waiting: GivenFiles[] = []
  let answer = (given: GivenFiles): void => void waiting.push(given)
  app.on('second-instance', (_event, _argv, _cwd, sent) => answer(givenFilesIn(sent)))
  // macOS hands over files this way, one at a time, and may do so before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    answer({ files: [path], cwd: '' })
  })
  // And so links, which other systems hand over as an argument.
  app.on('open-url', (event, url) => {
    event.preventDefault()
    answer({ files: [url], cwd: '' })
  })
  return {
    answer(open) {
      answer = open
      for (const given of waiting.splice(0)) open(given)
    }
  }
}
