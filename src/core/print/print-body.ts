import type { PlacedAnnotation } from '../annotation/placed-annotation'
import { headingLevel, isHeading } from '../tree/elements'
import type { Properties } from '../tree/tree'
import type { CutElement, CutNode, Run } from './cut-into-runs'
import { footnoteHtml, footnoteReference } from './footnotes'
import type { Footnotes } from './footnotes'
import { tag, words } from './html'
import type { Html } from './html'
import { headingWords } from './outline'
import { printableAddress } from './link-table'
import type { LinkTable } from './link-table'
import { colorDigit } from './color-digit'
import { markClasses } from './mark-palette'
import { markTarget } from './pack/referred-mark'
import { markingHtml } from './paragraph-markings'
import { pictureHtml } from './picture'
import { probe } from './probe'
import { tableFit } from './table-fit'
import type { TableRoom } from './table-fit'

/** The names of the places where something begins and ends. */
export interface WidePlace {
  readonly start: string
  readonly end: string
}

/** What the body of one briefing is written with. */
export interface BodyContext {
  /** Begins every id, so that the briefings of a pack do not meet. */
  readonly prefix: string
  readonly links: LinkTable
  /** The marks that the tree was cut at, in the order of their ranges. */
  readonly marks: readonly PlacedAnnotation[]
  /** Index of the first of them among the marks of the document. */
  readonly firstMark: number
  /** Numbers of the marks that have a note, by index. */
  readonly numbers: ReadonlyMap<number, number>
  readonly lastRuns: ReadonlyMap<number, Run>
  /** What stands before the first run of each marked paragraph. */
  readonly markings: ReadonlyMap<Run, string>
  /** Where each mark begins, when its colour is told by a digit there. */
  readonly digitRuns: ReadonlyMap<number, Run>
  /** Where each mark begins, when other pages of the document lead there. */
  readonly targetRuns: ReadonlyMap<number, Run>
  /** Whether the marks are seen, and not only known of. */
  readonly isDrawn: boolean
  readonly tableRoom: TableRoom
  /** Whether the runs are to become annotations of the PDF. */
  readonly isNative: boolean
  /** Added to the level of each heading. */
  readonly headingShift: number
  readonly footnotes: Footnotes
  pictureName(asset: string): string
  /** New names for the two ends of something over the whole width of the page; `null` when nobody asks. */
  widePlace(): WidePlace | null
}

/** The cut tree of a briefing as the elements of the print document. */
export function bodyHtml(nodes: readonly CutNode[], context: BodyContext): Html[] {
  return nodes.flatMap((node) => nodeHtml(node, context, null))
}

function nodeHtml(node: CutNode, context: BodyContext, href: string | null): Html[] {
  if (node.type === 'run') return runHtml(node, context, href)
  const { tagName, properties } = node
  const inside = (): Html[] => node.children.flatMap((child) => nodeHtml(child, context, href))
  if (tagName === 'a') return linkHtml(node, context)
  if (tagName === 'img') return [pictureHtml(properties, (asset) => context.pictureName(asset))]
  if (properties.footnoteRef !== undefined) return [footnoteReference(properties.footnoteRef, context)]
  if (properties.footnote !== undefined) return [footnoteHtml(properties.footnote, context, inside())]
  if (properties.footnotes === true) return [tag('section', { className: ['footnotes'] }, inside())]
  if (properties.checked !== undefined) return [taskHtml(properties.checked, plain(properties), inside())]
  if (tagName === 'table') {
    return [tableHtml(node, tag('table', plain(properties), inside()), context)]
  }
  if (tagName === 'mark') return [tag('span', { ...plain(properties), className: ['marked'] }, inside())]
  return isHeading(tagName)
    ? [headingHtml(shifted(tagName, context), plain(properties), inside())]
    : [tag(tagName, plain(properties), inside())]
}

/** A heading without words (a picture that nobody described) heads nothing in an outline or a contents. */
function headingHtml(tagName: string, properties: Record<string, string | number>, inside: Html[]): Html {
  return tag(headingWords(inside) === '' ? 'p' : tagName, properties, inside)
}

/** A table that reaches under the notes beside the text tells from where to where. */
function tableHtml(node: CutElement, table: Html, context: BodyContext): Html {
  const fit = tableFit(node, context.tableRoom)
  const place = fit === 'column' ? null : context.widePlace()
  const inside = place === null ? [table] : [probe(place.start), table, probe(place.end)]
  return tag('div', { className: ['table', fit] }, inside)
}

/**
 * A link stays one element while no mark and no footnote reference lies in it; otherwise each of its
 * runs links for itself, since the HTML parser tears a link inside a link apart.
 */
function linkHtml(node: CutElement, context: BodyContext): Html[] {
  const { properties, children } = node
  const href = printableAddress(properties.href)
  const isWhole = href !== null && children.every(isUntouched)
  const inside = children.flatMap((child) => nodeHtml(child, context, isWhole ? null : href))
  if (!isWhole) return inside
  const text = textOf(children)
  const address = context.links.addressOf({ marks: [], href, text: text === '' ? href : text })
  return [tag('a', { ...plain(properties), className: ['link'], href: address }, inside)]
}

function runHtml(run: Run, context: BodyContext, href: string | null): Html[] {
  const marking = context.markings.get(run)
  const before = marking === undefined ? [] : markingHtml([marking])
  return [...before, ...wordsHtml(run, context, href)]
}

function wordsHtml(run: Run, context: BodyContext, href: string | null): Html[] {
  const drawn = withTargets(run, context, markedHtml(run.marks, context, words(run.text)))
  const ending = run.marks.filter((mark) => context.lastRuns.get(mark) === run)
  const going = run.marks.filter((mark) => !ending.includes(mark))
  const numbers = ending.flatMap((mark) => {
    const number = context.numbers.get(mark)
    return number === undefined ? [] : [markedHtml(going, context, noteReference(number, context))]
  })
  const marks = context.isNative ? run.marks.map((mark) => mark + context.firstMark) : []
  const digits = digitsBefore(run, context)
  if (marks.length === 0 && href === null) return [...digits, drawn, ...numbers]
  const properties = {
    className: [href === null ? 'run' : 'link'],
    href: context.links.addressOf({ marks, href, text: run.text })
  }
  return [...digits, tag('a', properties, [drawn]), ...numbers]
}

function digitsBefore(run: Run, { digitRuns, marks }: BodyContext): Html[] {
  return run.marks.flatMap((mark) => {
    const annotation = digitRuns.get(mark) === run ? marks[mark] : undefined
    return annotation === undefined ? [] : [colorDigit(annotation.color)]
  })
}

/** The places that other pages lead to, around the first words of the marks. */
function withTargets(run: Run, { targetRuns, prefix }: BodyContext, inner: Html): Html {
  return run.marks.reduceRight<Html>((html, mark) => {
    return targetRuns.get(mark) === run ? tag('span', { id: markTarget(prefix, mark) }, [html]) : html
  }, inner)
}

/** The longest mark lies outermost, so that the shorter ones are seen upon it. */
function markedHtml(marks: readonly number[], context: BodyContext, inner: Html): Html {
  if (!context.isDrawn) return inner
  return marks.reduceRight<Html>((html, mark) => {
    const annotation = context.marks[mark]
    return annotation === undefined ? html : tag('mark', { className: markClasses(annotation) }, [html])
  }, inner)
}

function noteReference(number: number, { prefix }: BodyContext): Html {
  const link = tag('a', { href: `#${prefix}note-${number}` }, [words(String(number))])
  return tag('sup', { className: ['note-number'], id: `${prefix}ref-${number}` }, [link])
}

function taskHtml(checked: boolean, properties: Record<string, string | number>, inside: Html[]): Html {
  const state = checked ? 'done' : 'open'
  const box = tag('span', { className: ['box', state], role: 'img', ariaLabel: state }, [])
  return tag('li', { ...properties, className: ['task'] }, [box, ...inside])
}

function shifted(tagName: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6', { headingShift }: BodyContext): string {
  return `h${Math.min(6, headingLevel(tagName) + headingShift)}`
}

function isUntouched(node: CutNode): boolean {
  if (node.type === 'run') return node.marks.length === 0
  return node.properties.footnoteRef === undefined && node.children.every(isUntouched)
}

function textOf(nodes: readonly CutNode[]): string {
  return nodes.map((node) => (node.type === 'run' ? node.text : textOf(node.children))).join('')
}

function plain({ lang, dir, colSpan, rowSpan, align, start }: Properties): Record<string, string | number> {
  const given = Object.entries({ lang, dir, colSpan, rowSpan, align, start })
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
