import type { Briefing } from '../briefing/briefing'
import type { Root } from '../tree/tree'
import { htmlPage } from './html-page'
import { toHast } from './to-hast'

/** A briefing as one HTML page; its pictures are named as lying in `assets/` beside it. */
export function briefingHtml({ title, language, dir }: Briefing, tree: Root): string {
  const body = toHast(tree, (asset) => `assets/${asset}`)
  return htmlPage(title, body, { lang: language, dir })
}
