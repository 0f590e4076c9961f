import type { Html } from '../html'
import { tag, words } from '../html'
import type { Endnote } from '../endnotes'
import type { LinkTable } from '../link-table'
import { points } from '../page-geometry'
import type { PageGeometry } from '../page-geometry'
import type { NotedMark } from '../placed-mark'
import { WORDS, WORDS_LANGUAGE } from '../print-words'
import type { ExpectedPlaces, PrintedLine, PrintedPlaces } from '../printed-places'
import { marginBox, marginContent, noteId, referenceId, restId } from './margin-note'
import { leaderHtml } from './leader'
import { planMargin } from './plan-margin'
import type { BesideText, MarginRoom } from './plan-margin'
import { splitNote } from './split-note'

/** The notes of one briefing, and the room for them. */
export interface MarginSetting extends MarginRoom {
  readonly prefix: string
  readonly dir: 'ltr' | 'rtl'
  readonly noted: readonly NotedMark[]
  readonly links: LinkTable
}

/** Notes beside their lines, and what of them goes on behind the text. */
export interface SetMargin {
  readonly html: readonly Html[]
  /** Where each stands: style rules, since a printed page has no styles of its own. */
  readonly rules: string
  readonly endnotes: readonly Endnote[]
  readonly expected: ExpectedPlaces
}

/** The name of the place where a briefing begins, from which its pages are counted. */
export const briefingStart = (prefix: string): string => `${prefix}start`

/** Set the notes of a briefing beside its text. */
export function setMargin(setting: MarginSetting): SetMargin {
  const { prefix, noted, printed } = setting
  const ids = noted.map(({ number }) => noteId(prefix, number))
  const plan = planMargin(ids, setting)
  const set = noted.map((mark) => setNote(mark, plan.get(noteId(prefix, mark.number)), setting))
  const boxes = set.flatMap(({ html }) => html)
  return {
    html: boxes.length === 0 ? [] : [tag('aside', { className: ['margin-notes'] }, boxes)],
    rules: set.flatMap(({ rules }) => rules).join('\n'),
    endnotes: set.flatMap(({ endnotes }) => endnotes),
    expected: {
      targets: Object.fromEntries([...plan].map(([id, { page }]) => [id, page])),
      references: referencesTo(ids, printed)
    }
  }
}

interface SetNote {
  readonly html: readonly Html[]
  readonly rules: readonly string[]
  readonly endnotes: readonly Endnote[]
}

function setNote(mark: NotedMark, beside: BesideText | undefined, setting: MarginSetting): SetNote {
  const { prefix, links } = setting
  const { number } = mark
  const id = noteId(prefix, number)
  if (beside === undefined) {
    return { html: [], rules: [], endnotes: [{ mark, id, back: referenceId(prefix, number), rest: null }] }
  }
  const leader = leaderHtml(`${id}-leader`, beside, setting)
  const rules = [
    `#${id} { top: ${points(topInBriefing(beside, setting))} }`,
    `#${id}-leader { top: ${points(topInBriefing({ ...beside, top: leader.top }, setting))} }`
  ]
  const content = beside.words === 0 ? [] : marginContent(mark, links)
  const [head, tail] = beside.words === null ? [content, []] : splitNote(content, beside.words)
  const rest = beside.words === null ? [] : [restLink(mark, beside.words, prefix)]
  const html = [marginBox(mark, { prefix, content: head, rest }), leader.html]
  if (beside.words === null) return { html, rules, endnotes: [] }
  const endnote = { mark, id: restId(prefix, number), back: id, rest: beside.words === 0 ? null : tail }
  return { html, rules, endnotes: [endnote] }
}

/** Leads from beside the text to the rest behind it. */
function restLink({ number }: NotedMark, wordsBefore: number, prefix: string): Html {
  const place = wordsBefore === 0 ? WORDS.behind : String(number)
  const link = tag('a', { href: `#${restId(prefix, number)}` }, [words(`→ ${place}`)])
  return tag('p', { className: ['rest'], lang: WORDS_LANGUAGE }, [link])
}

/** The engine counts a briefing's pages as one long one: what lies above on them is added up. */
function topInBriefing({ page, top }: Pick<BesideText, 'page' | 'top'>, setting: MarginSetting): number {
  const { printed, geometry, prefix } = setting
  const first = printed.places[briefingStart(prefix)]?.[0]?.page
  if (first === undefined) throw new RangeError(`the print does not tell where ${prefix} begins`)
  const above = printed.pages
    .slice(first, page)
    .map(({ width, height }) => heightOf(geometry, width > height))
  return above.reduce((sum, height) => sum + height, 0) + top
}

function heightOf({ area, landscapeArea }: PageGeometry, isOnItsSide: boolean): number {
  return isOnItsSide ? landscapeArea.height : area.height
}

function referencesTo(ids: readonly string[], { references }: PrintedPlaces): Record<string, PrintedLine> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const line = references[id]?.[0]
      return line === undefined ? [] : [[id, line]]
    })
  )
}
