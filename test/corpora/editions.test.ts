import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { afterOf, beforeOf } from '../../src/core/comparison/compared-block'
import { compareTrees } from '../../src/core/comparison/compare-trees'
import type { ReaderApi } from '../../src/core/contract/api'
import { createReaderService } from '../../src/core/service/reader-service'
import { createFakeHost } from '../../src/core/testing/fake-host'
import { importerInProcess } from '../../src/main/import/fixtures/in-process-importer'
import { importedFrom, textOf } from './imported'
import { pathOf } from './items'

const REVISIONS = readdirSync(pathOf('b-anchoring/revisions')).map((name) =>
  pathOf(join('b-anchoring/revisions', name))
)

/** The use cases over a library in memory, with the real importers; without addresses when `isBare`. */
function openLibrary({ isBare }: { readonly isBare: boolean }): ReaderApi {
  const real = importerInProcess()
  const importer = {
    ...real,
    async read(source: Parameters<typeof real.read>[0]) {
      const file = await real.read(source)
      return isBare ? { ...file, document: { ...file.document, sourceUrl: null } } : file
    }
  }
  return createReaderService({ ...createFakeHost(), importer })
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(pathOf(folder))
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => pathOf(join(folder, name)))
}

describe('what comes in from the corpora', () => {
  it('makes no edition of digests and briefings that are merely alike, and proposes none', async () => {
    const api = openLibrary({ isBare: false })
    const paths = [...filesIn('c-texts/digests'), ...filesIn('c-texts/briefings-md')]
    const { imported } = await api.importFiles({ paths })
    expect(imported.length).toBeGreaterThan(40)
    expect(imported.filter(({ briefing, resembles }) => briefing.edition > 1 || resembles !== null)).toEqual(
      []
    )
  })

  it('makes an edition of every version that a publisher corrected at the same address', async () => {
    const api = openLibrary({ isBare: false })
    const paths = REVISIONS.flatMap((folder) => [join(folder, 'v1.md'), join(folder, 'v2.md')])
    const { imported } = await api.importFiles({ paths })
    const editions = imported.map(({ briefing }) => briefing.edition)
    expect(editions).toEqual(REVISIONS.flatMap(() => [1, 2]))
    expect(await api.listBriefings()).toHaveLength(REVISIONS.length)
  })

  it('proposes such a version, and does no more, where no address says that it is one', async () => {
    const api = openLibrary({ isBare: true })
    for (const folder of REVISIONS) {
      const [first] = (await api.importFiles({ paths: [join(folder, 'v1.md')] })).imported
      const [second] = (await api.importFiles({ paths: [join(folder, 'v2.md')] })).imported
      expect(second).toMatchObject({ briefing: { edition: 1 }, resembles: { id: first?.briefing.id } })
    }
  })
})

describe('two versions of a briefing, compared', () => {
  it('give both texts back, and tell of no more than was changed', async () => {
    for (const folder of REVISIONS) {
      const before = await importedFrom(join(folder, 'v1.md'))
      const after = await importedFrom(join(folder, 'v2.md'))
      const blocks = compareTrees(before.tree, after.tree)
      expect(beforeOf(blocks)).toBe(textOf(before))
      expect(afterOf(blocks)).toBe(textOf(after))
      const same = blocks.flatMap(({ pieces }) =>
        pieces.flatMap(({ kind, text }) => (kind === 'same' ? text.length : []))
      )
      // Publishers correct words: nearly all of a text stays.
      expect(same.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(textOf(after).length * 0.85)
    }
  })
})
