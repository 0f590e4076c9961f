import type { PlacedAnnotation } from '#core/annotation/placed-annotation'
import type { ReaderApi } from '#core/contract/api'
import { annotationsDocument } from '#core/documents/documents'
import { annotationPage, webAnnotations, type WebAnnotation } from '#core/documents/web-annotation'
import {
  annotationsCsv,
  annotationsHtml,
  annotationsMarkdown,
  type AnnotatedBriefing
} from '#core/formats/annotation-list'
import { ReaderError } from '#core/problem/reader-error'
import { canonicalText } from '#core/text/canonical-text'
import { result, type Command } from '../command'
import { choiceOption, countOption } from '../option-values'

/** `annotations [ID] [--edition N] [--format json|jsonld|md|csv|html]` */
export const annotationsCommand: Command = {
  name: 'annotations',
  usage: 'annotations [ID] [--edition N] [--format json|jsonld|md|csv|html]',
  purpose: 'the marks of one briefing, or of all',
  options: { edition: { type: 'string' }, format: { type: 'string' } },
  positionals: { min: 0, max: 1 },
  async run({ api, positionals: [briefing], values, newId }) {
    const format = choiceOption(values, 'format', ['json', 'jsonld', 'md', 'csv', 'html']) ?? 'md'
    const edition = countOption(values, 'edition')
    if (edition !== undefined && briefing === undefined)
      throw new ReaderError({ code: 'usage', detail: '--edition needs the ID of a briefing' })
    const annotations = await api.listAnnotations({ briefing, edition })
    const document =
      format === 'jsonld'
        ? annotationPage(await describeAll(api, annotations), newId())
        : annotationsDocument(annotations)
    if (format === 'json' || format === 'jsonld') {
      return result({ text: `${JSON.stringify(document)}\n`, document })
    }
    const write = { md: annotationsMarkdown, csv: annotationsCsv, html: annotationsHtml }[format]
    return result({ text: write(await underTitles(api, annotations)), document })
  }
}

async function describeAll(
  api: ReaderApi,
  annotations: readonly PlacedAnnotation[]
): Promise<readonly WebAnnotation[]> {
  const described: WebAnnotation[] = []
  for (const group of byEdition(annotations)) {
    const [first] = group
    if (first === undefined) continue
    const { tree } = await api.openBriefing({ id: first.briefing, edition: first.shownIn })
    described.push(...webAnnotations(group, canonicalText(tree)))
  }
  return described
}

async function underTitles(
  api: ReaderApi,
  annotations: readonly PlacedAnnotation[]
): Promise<readonly AnnotatedBriefing[]> {
  const titles = new Map((await api.listBriefings()).map(({ id, title }) => [id, title]))
  return groupBy(annotations, ({ briefing }) => briefing).map((group) => {
    const id = group[0]?.briefing ?? ''
    return { title: titles.get(id) ?? id, annotations: group }
  })
}

function byEdition(annotations: readonly PlacedAnnotation[]): readonly PlacedAnnotation[][] {
  return groupBy(annotations, ({ briefing, shownIn }) => `${briefing}/${shownIn}`)
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) addTo(groups, keyOf(item), item)
  return [...groups.values()]
}

function addTo<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [item])
  else group.push(item)
}
