import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { placeSelectors } from '../../../src/core/anchor/place-selectors'
import { SearchedText } from '../../../src/core/anchor/searched-text'
import type { PlacedAnnotation } from '../../../src/core/annotation/placed-annotation'
import { createReaderService } from '../../../src/core/service/reader-service'
import { createFakeHost } from '../../../src/core/testing/fake-host'
import { importerInProcess } from '../../../src/main/import/fixtures/in-process-importer'
import { importedFrom, textOf } from '../imported'
import { pathOf } from '../items'
import { annotationsIn, letters, type QuotedAnnotation } from './web-annotations'

const REVISIONS = 'b-anchoring/revisions'
const folders = readdirSync(pathOf(REVISIONS)).map((name) => `${REVISIONS}/${name}`)

interface Outcome {
  readonly name: string
  readonly wanted: QuotedAnnotation
  /** In the second edition; `null` when the quote was not found in the first. */
  readonly carried: PlacedAnnotation | null
  /** The text of the second edition. */
  readonly text: string
}

/** Mark the first edition, import the second, and tell what became of the marks. */
async function carriedIn(folder: string): Promise<readonly Outcome[]> {
  const [first, second] = [pathOf(`${folder}/v1.md`), pathOf(`${folder}/v2.md`)]
  const api = createReaderService({ ...createFakeHost(), importer: importerInProcess() })
  const [only] = (await api.importFiles({ paths: [first] })).imported
  const briefing = only?.briefing.id ?? ''
  const before = new SearchedText(textOf(await importedFrom(first)))
  const marks = new Map<string, QuotedAnnotation>()
  const outcomes: Outcome[] = []
  const text = textOf(await importedFrom(second))
  for (const wanted of annotationsIn(`${folder}/annotations.json`)) {
    const place = placeSelectors(before, { positions: [], quote: wanted.quote })
    const name = `${folder.slice(REVISIONS.length + 1, REVISIONS.length + 4)} ${wanted.id}`
    if ('reason' in place) outcomes.push({ name, wanted, carried: null, text })
    else
      marks.set((await api.addAnnotation({ briefing, range: place.range, color: 'yellow' })).id, {
        ...wanted,
        id: name
      })
  }
  await api.importFiles({ paths: [second], editionOf: briefing })
  const carried = await api.listAnnotations({ briefing })
  for (const [id, wanted] of marks) {
    const mark = carried.find((candidate) => candidate.id === id) ?? null
    outcomes.push({ name: wanted.id, wanted, carried: mark, text })
  }
  return outcomes
}

/** Whether a mark became what the corpora say. */
function isAsStated({ wanted, carried }: Outcome): boolean {
  if (carried === null) return false
  const { expectInV2, quote, textInV2 } = wanted
  if (expectInV2 === 'gone') return carried.status === 'orphan'
  if (expectInV2 === 'changed') return letters(carried.quote) === letters(textInV2 ?? '')
  const isStanding = carried.status === 'exact' || carried.status === 'moved'
  return isStanding && letters(carried.quote) === letters(quote.exact)
}

/** Whether a mark lies where nothing of its own words is: apart from the words that are stated. */
function isInWrongPlace({ wanted, carried, text }: Outcome): boolean {
  if (carried === null || carried.range === null) return false
  if (wanted.expectInV2 === 'gone') return true
  const inked = letters(text)
  const stated = letters(wanted.expectInV2 === 'changed' ? (wanted.textInV2 ?? '') : wanted.quote.exact)
  const place = letters(text.slice(0, carried.range.start)).length
  const from = inked.indexOf(stated, Math.max(0, place - stated.length))
  return from === -1 || from >= place + letters(carried.quote).length
}

it('carries marks over what publishers really changed', { timeout: 120_000 }, async () => {
  const outcomes = (await Promise.all(folders.map(carriedIn))).flat()
  const others = outcomes.filter((outcome) => !isAsStated(outcome))
  const wrong = outcomes.filter(isInWrongPlace)
  for (const { name, wanted, carried } of others) {
    const words = wanted.textInV2 ?? wanted.quote.exact
    console.info(`${name} ${wanted.expectInV2}: “${words}” became ${carried?.status}: “${carried?.quote}”`)
  }
  const right = outcomes.length - others.length
  console.info(`revisions: ${right} of ${outcomes.length} as stated, ${wrong.length} in a wrong place`)
  expect(outcomes).toHaveLength(68)
  expect(wrong.map(({ name }) => name)).toEqual([])
  expect(right / outcomes.length).toBeGreaterThanOrEqual(0.95)
})
