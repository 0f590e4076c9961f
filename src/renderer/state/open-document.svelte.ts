import type { Briefing, EditionFacts, ReadingPosition } from '#core/briefing/briefing'
import type { OpenBriefing } from '#core/contract/api'
import { type Citation, citationOf } from '#core/cite/citation'
import { citePlace, placeOf } from '#core/cite/cited-place'
import { wholeCharacters, wholeWords } from '#core/text/borders'
import type { TextRange } from '#core/text/text-range'
import type { Root } from '#core/tree/tree'
import { planArticle, type ArticlePlan } from '../article/plan-article'
import type { ArticleView } from '../dom/article-view'
import type { Filtering } from './filtering.svelte'
import { Find } from './find.svelte'
import { Handling, type HandlingContext } from './handling.svelte'
import { Comparison } from './comparison.svelte'
import { Marks, type MarksContext } from './marks.svelte'
import { NoteEditing } from './note-editing.svelte'
import type { TopPlace } from './place-across'
import { Popup } from './popup.svelte'
import { Review } from './review.svelte'
import { Resizing } from './resizing.svelte'
import { TextCursor } from './text-cursor.svelte'
import { ShownMarks } from './shown-marks.svelte'

/** How much of a quote is said or shown where there is little room. */
const SHORT_QUOTE = 120

/** What an open briefing needs of the window around it. */
type DocumentContext = Omit<MarksContext, 'quote'> & {
  readonly filtering: Filtering
  readonly library: Pick<HandlingContext, 'put'>
  readonly handlingOf: HandlingContext['handlingOf']
}

/** The briefing that is being read, with its marks and what is done with it. */
export class OpenDocument {
  readonly briefing: Briefing
  /** Number of the edition that is shown. */
  readonly edition: number
  editions = $state.raw<readonly EditionFacts[]>([])
  /** As the person may have changed it. */
  title = $state('')
  readonly tree: Root
  readonly plan: ArticlePlan
  readonly marks: Marks
  readonly editing: NoteEditing
  /** What the window's filter lets through. */
  readonly shown: ShownMarks
  readonly handling: Handling
  readonly review: Review
  readonly comparison: Comparison
  readonly find: Find
  readonly popup = new Popup()
  readonly cursor: TextCursor
  readonly resizing: Resizing
  /** A passage that is becoming a mark: until it is, nothing is in hand, and keys wait. */
  making: Promise<unknown> | null = null
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
    const { briefing, edition, editions, tree, position } = opened
    this.briefing = briefing
    this.edition = edition
    this.editions = editions
    this.title = briefing.title
    this.tree = tree
    this.position = position
    this.plan = planArticle(tree)
    this.find = new Find(this.plan)
    this.cursor = new TextCursor(this.plan, briefing.language ?? 'und')
    const { api, notices, remember, undo, marksOf, colorName } = context
    const quote = (range: TextRange): string => this.quote(range)
    this.marks = new Marks(
      { briefing: briefing.id, edition, text: this.plan.text },
      { ...{ api, notices, remember, undo, marksOf, colorName }, quote }
    )
    const put: HandlingContext['put'] = (summary) => context.library.put(summary)
    const { handlingOf } = context
    const shownEdition = { briefing: briefing.id, edition }
    this.handling = new Handling(shownEdition, this.plan, { api, notices, remember, put, handlingOf })
    this.handling.marking = briefing.marking
    this.handling.paragraphs = opened.markings
    this.editing = new NoteEditing(this.marks)
    this.shown = new ShownMarks({ marks: this.marks, editing: this.editing, filtering: context.filtering })
    this.review = new Review(this, notices)
    this.comparison = new Comparison(this, { api, notices })
    this.resizing = new Resizing((id, range) => this.marks.resize(id, range))
  }

  readonly isNewest = $derived.by(() => this.edition === this.editions.length)

  /** What stands at the top of the window, to go on reading there in another edition. */
  topPlace(): TopPlace {
    return { text: this.plan.text, offset: this.view?.topOffset() ?? 0 }
  }

  /** The words of a passage on one line, shortened. */
  quote({ start, end }: TextRange, length = SHORT_QUOTE): string {
    const short = wholeCharacters(this.plan.text, { start, end: Math.min(end, start + length) })
    const exact = this.plan.text.slice(start, short?.end ?? start).replace(/\s+/gu, ' ')
    return end - start > length ? `${exact}…` : exact
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

  /** What is selected, else what the cursor stands on; the words of a selected mark are neither. */
  passage(): TextRange | null {
    return this.view?.selection() ?? this.cursor.passage
  }

  /** Where a mark is cut in two: where the selection or the cursor begins, or before the word that was clicked. */
  cutAt(): number | null {
    const selection = this.view?.selection() ?? null
    const place = selection ?? this.cursor.place
    if (place === null || place.start < place.end) return place?.start ?? null
    return wholeWords(this.plan.text, { start: place.start, end: place.start + 1 })?.start ?? place.start
  }

  /** Save what is still being changed; answers whether nothing is left unsaved. */
  async finish(): Promise<boolean> {
    await this.resizing.settle()
    return this.editing.finish()
  }

  /** Give the focus back to the text. */
  focusText(): void {
    this.view?.focus()
  }
}
