import { element, text } from '#core/tree/elements'
import type { TreeNode } from '#core/tree/tree'

/** Lines deeper than this in emphasis are shown as they were typed. */
const MAX_DEPTH = 8
const BULLET = /^\s*[-*+]\s+(.*)$/u
const NUMBERED = /^\s*\d{1,9}[.)]\s+(.*)$/u
const QUOTED = /^\s*>\s?(.*)$/u
const HEADING = /^#{1,6}\s+(.*)$/u

/** The spans that are known, each with its sign and what it becomes. */
const SPAN =
  /`(?<code>[^`\n]+)`|\*\*(?<strong>\S(?:[^]*?\S)?)\*\*|(?<![\p{L}\p{N}*])\*(?<em>[^\s*](?:[^*]*[^\s*])?)\*|(?<![\p{L}\p{N}_])_(?<under>[^\s_](?:[^_]*[^\s_])?)_(?![\p{L}\p{N}])|\[(?<label>[^\]\n]+)\]\((?<target>[^()\s]+)\)|(?<address>https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]'])/u

/**
 * A note as a tree of the closed set: paragraphs, lists, quotes, emphasis, code and links, which is
 * what people write in the margin. Every other sign stays as it was typed, and line breaks are kept.
 *
 * A whole Markdown parser is no help here: those for browsers decode entities through `innerHTML`.
 */
export function noteTree(note: string): readonly TreeNode[] {
  const blocks: TreeNode[] = []
  for (const paragraph of note.replace(/\r\n?/gu, '\n').split(/\n[ \t]*\n/u)) {
    for (const run of runsOf(paragraph.split('\n'))) blocks.push(...blockOf(run))
  }
  return blocks
}

type Kind = 'bullet' | 'numbered' | 'quoted' | 'heading' | 'plain'
interface Run {
  readonly kind: Kind
  readonly lines: string[]
}

/** Neighbouring lines of one kind. */
function runsOf(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = []
  for (const line of lines) {
    const [kind, content] = kindOf(line)
    const last = runs[runs.length - 1]
    if (last?.kind === kind) last.lines.push(content)
    else if (kind === 'plain' && last?.kind === 'bullet' && /^\s/u.test(line)) last.lines.push(content)
    else if (content.trim() !== '') runs.push({ kind, lines: [content] })
  }
  return runs
}

function kindOf(line: string): [Kind, string] {
  const kinds: readonly [Kind, RegExp][] = [
    ['bullet', BULLET],
    ['numbered', NUMBERED],
    ['quoted', QUOTED],
    ['heading', HEADING]
  ]
  for (const [kind, pattern] of kinds) {
    const content = pattern.exec(line)?.[1]
    if (content !== undefined) return [kind, content]
  }
  return ['plain', line]
}

function blockOf({ kind, lines }: Run): TreeNode[] {
  switch (kind) {
    case 'bullet':
      return [element('ul', lines.map(itemOf))]
    case 'numbered':
      return [element('ol', lines.map(itemOf))]
    case 'quoted':
      return [element('blockquote', [element('p', brokenLines(lines))])]
    case 'heading':
      return lines.map((line) => element('p', [element('strong', spansOf(line))]))
    case 'plain':
      return [element('p', brokenLines(lines))]
  }
}

function itemOf(line: string): TreeNode {
  return element('li', spansOf(line))
}

function brokenLines(lines: readonly string[]): readonly TreeNode[] {
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [element('br')]), ...spansOf(line)])
}

function spansOf(line: string, depth = 0): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  let rest = line
  while (rest !== '') {
    const match = depth < MAX_DEPTH ? SPAN.exec(rest) : null
    if (match === null) break
    if (match.index > 0) nodes.push(text(rest.slice(0, match.index)))
    nodes.push(spanOf(match, depth + 1))
    rest = rest.slice(match.index + match[0].length)
  }
  return rest === '' ? nodes : [...nodes, text(rest)]
}

function spanOf(match: RegExpExecArray, depth: number): TreeNode {
  const { code, strong, em, under, label, target, address } = match.groups ?? {}
  if (code !== undefined) return element('code', [text(code)])
  if (strong !== undefined) return element('strong', spansOf(strong, depth))
  const stressed = em ?? under
  if (stressed !== undefined) return element('em', spansOf(stressed, depth))
  const href = addressOf(target ?? address ?? '')
  return href === null ? text(match[0]) : element('a', [text(label ?? match[0])], { href })
}

/** Only web and mail addresses become links. */
function addressOf(target: string): string | null {
  if (!URL.canParse(target)) return null
  return ['http:', 'https:', 'mailto:'].includes(new URL(target).protocol) ? target : null
}
