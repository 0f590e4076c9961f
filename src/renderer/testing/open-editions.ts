import { flushSync } from 'svelte'
import { CORRECTED, FIRST, SECOND } from '#core/testing/edition-library'
import { openWindow, type OpenWindow } from './open-window'

/** What a window with two versions of a briefing begins with. */
interface EditionsBeginning {
  /** The second version comes in as a file of its own, which is merely alike. */
  readonly isBare?: boolean
  /** Further words to mark on the first edition. */
  readonly alsoMark?: readonly string[]
  /** So many paragraphs follow in both. */
  readonly tail?: number
}

/** Words of the first edition, one for each thing that can become of a mark. */
const MARKED = ['Oslo', 'The ministers met', 'in the spring, and both sides', 'Observers were not admitted']

/** Open the window on a briefing with marks, and bring in a second version of it. */
export async function openEditions({
  isBare = false,
  alsoMark = [],
  tail = 0
}: EditionsBeginning = {}): Promise<OpenWindow> {
  const more = Array.from({ length: tail }, (_, at) => `\nParagraph number ${at + 1} stays as it is.`).join(
    ''
  )
  const files = { '/first.txt': FIRST + more, '/second.txt': (isBare ? CORRECTED : SECOND) + more }
  const open = await openWindow({ files })
  const [first] = (await open.api.importFiles({ paths: ['/first.txt'] })).imported
  const briefing = first?.briefing.id ?? ''
  for (const exact of [...MARKED, ...alsoMark])
    await open.api.annotateQuote({ briefing, quote: { exact, prefix: '', suffix: '' } })
  await open.reader.refresh()
  await open.reader.open(briefing)
  await open.reader.library.importDropped([new File(['x'], 'second.txt')], isBare ? undefined : briefing)
  flushSync()
  return { ...open, briefing }
}
