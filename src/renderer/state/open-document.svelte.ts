import type { Briefing, EditionFacts, ReadingPosition } from '#core/briefing/briefing'
import type { OpenBriefing } from '#core/contract/api'
import { type Citation, citationOf } from '#core/cite/citation'
import { citePlace, placeOf } from '#core/cite/cited-place'
import type { TextRange } from '#core/text/text-range'
import type { Root } from '#core/tree/tree'
import { planArticle, type ArticlePlan } from '../article/plan-article'
import type { ArticleView } from '../dom/article-view'
import type { Filtering } from './filtering.svelte'
import { Find } from './find.svelte'
import { Marks, type MarksContext } from './marks.svelte'
import { NoteEditing } from './note-editing.svelte'
import { Popup } from './popup.svelte'
import { ShownMarks } from './shown-marks.svelte'

/** How much of a quote is said or shown where there is little room. */
const SHORT_QUOTE = 120

/** What an open briefing needs of the window around it. */
type DocumentContext = Omit<MarksContext, 'quote'> & { readonly filtering: Filtering }

/** The briefing that is being read, with its marks and what is done with it. */
export class OpenDocument {
  readonly briefing: Briefing
  /** Number of the edition that is shown. */
  readonly edition: number
  readonly editions: readonly EditionFacts[]
  /** As the person may have changed it. */
  title = $state('')
  readonly tree: Root
  readonly plan: ArticlePlan
  readonly marks: Marks
  readonly editing: NoteEditing
  /** What the window's filter lets through. */
  readonly shown: ShownMarks
  readonly find: Find
  readonly popup = new Popup()
  /** The block that the keys stepped to last: a mark takes the selection away, and the next step goes on from there. */
  lastStep: number | null = null
  /** Where reading is to begin. */
  readonly position: ReadingPosition | null
  /** A passage that the briefing was opened for. */
  readonly arrival: TextRange | null
  /** Part of the text above the window's lower edge, 0 to 1. */
  progress = $state(0)
  /** The article on the page, once it is drawn. */
  view = $state.raw<ArticleView | null>(null)

  constructor(opened: OpenBriefing, context: DocumentContext, arrival: TextRange | null = null) {
    this.arrival = arrival
    const { briefing, edition, editions, tree, annotations, position } = opened
    this.briefing = briefing
    this.edition = edition
    this.editions = editions
    this.title = briefing.title
    this.tree = tree
    this.position = position
    this.plan = planArticle(tree)
    this.find = new Find(this.plan)
    const { api, notices, remember, undo, marksOf, colorName } = context
    const quote = (range: TextRange): string => this.quote(range)
    this.marks = new Marks({ briefing: briefing.id, edition }, annotations, {
      ...{ api, notices, remember, undo, marksOf, colorName },
      quote
    })
    this.editing = new NoteEditing(this.marks)
    this.shown = new ShownMarks({ marks: this.marks, editing: this.editing, filtering: context.filtering })
  }

  /** The words of a passage on one line, shortened. */
  quote({ start, end }: TextRange): string {
    const exact = this.plan.text.slice(start, Math.min(end, start + SHORT_QUOTE)).replace(/\s+/gu, ' ')
    return end - start > SHORT_QUOTE ? `${exact}…` : exact
  }

  /** Where a passage stands, as it is cited within its briefing: `§2 ¶1`, `§2 ¶1–3`. */
  cite(range: TextRange): string {
    const place = placeOf(this.plan, range)
    return place === null ? '' : citePlace(place)
  }

  /** Cite a passage, or with `null` the whole briefing. */
  citationOf(range: TextRange | null): Citation {
    const { id, date, dir, edition: newest } = this.briefing
    return citationOf({ id, title: this.title, date, dir, edition: this.edition, newest }, this.plan, range)
  }

  /** Where a mark is cut in two: at the start of the selection. */
  cutAt(): number | null {
    return this.view?.selection()?.start ?? null
  }

  /** Give the focus back to the text. */
  focusText(): void {
    this.view?.focus()
  }
}
