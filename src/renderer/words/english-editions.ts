import type { MarkStatus } from '#core/annotation/placed-annotation'
import type { BlockChange } from '#core/comparison/compared-block'
import { count, integer } from './counts'

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`

/** What the window says of editions, of the marks that are carried over, and of comparing. */
export const editionWords = {
  editions: {
    name: 'Editions',
    newEdition: 'New edition of this briefing…',
    dropNew: 'Drop here: a new edition of',
    option: (edition: number, moment: string) => `Edition ${integer.format(edition)} · ${moment}`,
    choose: 'Edition that is shown',
    old: (edition: number, newest: number) =>
      `Edition ${integer.format(edition)} of ${integer.format(newest)}: not the newest`,
    shown: (edition: number, newest: number) =>
      edition === newest
        ? `Edition ${integer.format(edition)}, the newest.`
        : `Edition ${integer.format(edition)} of ${integer.format(newest)}, not the newest. Esc goes back.`,
    showNewest: 'Show the newest',
    arrived: (edition: number) => `Edition ${integer.format(edition)} of this briefing came in.`,
    compare: 'Compare',
    compareLong: 'Compare editions',
    review: (waiting: number) => `Review ${count(waiting, 'mark', 'marks')}`,
    imported: (edition: number, title: string, carried: Readonly<Record<MarkStatus, number>>) => {
      const { exact, moved, changed, orphan } = carried
      const all = exact + moved + changed + orphan
      const start = `Edition ${integer.format(edition)} of “${title}” is here.`
      if (all === 0) return start
      if (all === exact) return `${start} ${count(all, 'mark stands', 'marks stand')} where they were.`
      return `${start} Marks: ${integer.format(exact)} exact, ${integer.format(moved)} moved, ${integer.format(changed)} changed, ${integer.format(orphan)} without their words.`
    },
    proposal: (title: string, into: string) =>
      title === into
        ? `This briefing is much like “${into}” that is here already.`
        : `“${title}” is much like “${into}”.`,
    join: (edition: number) => `Make it edition ${integer.format(edition)}`,
    keepApart: 'Keep apart',
    joining: 'making an edition'
  },
  review: {
    name: 'Review of carried marks',
    open: 'Review where it was carried to',
    progress: (at: number, total: number) => `${integer.format(at)} of ${integer.format(total)}`,
    none: 'No mark waits to be looked at.',
    done: (total: number) => `${count(total, 'mark is', 'marks are')} looked at.`,
    statuses: { exact: 'Unchanged', moved: 'Moved', changed: 'Words changed', orphan: 'Words gone' },
    confidence: (status: MarkStatus, confidence: number) =>
      status === 'changed' ? `${percent(confidence)} of the words are left` : 'the same words',
    before: (edition: number) => `In edition ${integer.format(edition)}`,
    now: 'Now',
    gone: 'These words are no longer in the briefing.',
    kept: 'Kept without a place.',
    accept: 'Accept',
    acceptAll: (amount: number) => `Accept all ${integer.format(amount)} with the same words`,
    place: 'Place by hand',
    orphan: 'Keep as orphan',
    next: 'Next mark to look at',
    previous: 'Previous mark to look at',
    placing: 'Select the words where this mark belongs, then press Enter. Esc leaves it.',
    nothingSelected: 'Select the words first, by mouse or by the keys; then Enter puts the mark there.',
    placeHere: 'Put it on the selection',
    accepted: 'Accepted.',
    placed: (quote: string) => `Now on “${quote}”.`,
    orphaned: 'Kept without a place; its words stay in the list.',
    acceptedAll: (amount: number) => `${count(amount, 'mark', 'marks')} accepted.`,
    whatAccepted: 'acceptance of a mark',
    whatAcceptedAll: 'acceptance of marks',
    whatPlaced: 'placing of a mark',
    whatOrphaned: 'keeping of an orphan',
    describe: (progress: string, status: string, before: string, now: string) =>
      `${progress}: ${status}. Before: “${before}”. ${now === '' ? 'Now: gone' : `Now: “${now}”`}. A accepts, R places it by hand, O keeps it as orphan.`
  },
  comparison: {
    name: 'Comparison of editions',
    textName: 'Text with its changes',
    from: 'Earlier edition',
    to: 'Later edition',
    with: 'compared with',
    loading: 'Comparing…',
    same: 'These editions have the same text.',
    none: 'There is only one edition to compare.',
    counts: (counts: Readonly<Record<'edited' | 'added' | 'removed' | 'moved', number>>) =>
      [
        counts.edited === 0 ? '' : `${integer.format(counts.edited)} edited`,
        counts.added === 0 ? '' : `${integer.format(counts.added)} added`,
        counts.removed === 0 ? '' : `${integer.format(counts.removed)} removed`,
        counts.moved === 0 ? '' : `${integer.format(counts.moved)} moved`
      ]
        .filter((part) => part !== '')
        .join(', '),
    progress: (at: number, total: number) =>
      at === 0 ? count(total, 'change', 'changes') : `${integer.format(at)} of ${integer.format(total)}`,
    next: 'Next change',
    previous: 'Previous change',
    noMore: 'There are no further changes.',
    close: 'Back to reading',
    fold: (amount: number) => `${count(amount, 'unchanged paragraph', 'unchanged paragraphs')}`,
    show: 'Show',
    added: 'Added: ',
    removed: 'Removed: ',
    ends: ' (end)',
    changes: {
      same: 'Unchanged',
      edited: 'Edited',
      added: 'Added paragraph',
      removed: 'Removed paragraph',
      moved: 'Moved',
      'moved-away': 'Moved away'
    } satisfies Readonly<Record<BlockChange, string>>,
    movedFrom: (cite: string) => (cite === '' ? 'Moved here' : `Moved here from ${cite}`),
    movedTo: (cite: string) => (cite === '' ? 'Moved elsewhere' : `Moved to ${cite}`),
    mark: (quote: string) => `Mark: ${quote}`,
    goToMark: 'Show this mark in the text',
    showChange: 'Show the change in the comparison',
    announce: (progress: string, change: string, words: string) => `${progress}, ${change}: ${words}`
  }
} as const
