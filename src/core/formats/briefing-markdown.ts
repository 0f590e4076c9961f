import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import type { Briefing } from '../briefing/briefing'
import type { Root } from '../tree/tree'
import { toHast } from './to-hast'

/** A briefing as GitHub-flavoured Markdown with YAML front matter, as it could be imported again. */
export function briefingMarkdown(briefing: Briefing, tree: Root): string {
  const mdast = toMdast({ type: 'root', children: toHast(tree, (asset) => `assets/${asset}`) })
  const root = mdast.type === 'root' ? mdast : { type: 'root' as const, children: [] }
  return `${frontMatter(briefing)}\n${toMarkdown(root, { extensions: [gfmToMarkdown()] })}`
}

function frontMatter({ title, date, language, tags, sourceUrl }: Briefing): string {
  const fields = { title, date, lang: language, tags, source_url: sourceUrl }
  const known = Object.entries(fields).filter(([, value]) => value !== null && value.length > 0)
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n`
}
