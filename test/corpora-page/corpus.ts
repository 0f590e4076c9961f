import { commands } from 'vitest/browser'

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** The text of a file of the corpora: a page cannot read files. */
    readCorpus: (item: string) => Promise<string>
  }
}

/** The text of a file of the anchoring corpora. */
export function corpus(item: string): Promise<string> {
  return commands.readCorpus(`b-anchoring/${item}`)
}
