import { flushSync, mount, unmount } from 'svelte'
import type { Root } from '#core/tree/tree'
import { planArticle, type ArticlePlan } from '../article/plan-article'
import { WHOLE } from '../article/drawing'
import ArticleNodes from '../components/ArticleNodes.svelte'
import { collectEntries } from '../dom/entries'
import { TextMap } from '../dom/text-map'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/article.css'

/** A tree as the page shows it, and the map between the two. */
export interface DrawnTree {
  readonly article: HTMLElement
  readonly plan: ArticlePlan
  readonly map: TextMap
  remove(): void
}

/** Draw a tree whole, with the styles of the program. Fails when the page shows other text than the tree. */
export function drawTree(root: Root): DrawnTree {
  const article = document.createElement('article')
  article.className = 'article'
  document.body.append(article)
  const drawn = mount(ArticleNodes, { target: article, props: { nodes: root.children, drawing: WHOLE } })
  flushSync()
  const plan = planArticle(root)
  const map = new TextMap()
  map.setSlice(
    0,
    collectEntries(
      article,
      plan.slices.flatMap((slice) => slice.pieces)
    )
  )
  return {
    article,
    plan,
    map,
    remove() {
      void unmount(drawn)
      article.remove()
    }
  }
}
