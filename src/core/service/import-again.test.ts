import { beforeEach, describe, expect, it } from 'vitest'
import { type AnnotationDesk, openDesk, quote } from '../testing/annotation-desk'

const TEXT =
  'Türkiye met 👩‍👩‍👧 and 日本. 👍👍\nThe vote passed. The vote failed.\nBoth sides pay for the joint office.'

let desk: AnnotationDesk

beforeEach(async () => {
  desk = await openDesk({ '/here/brief.txt': TEXT, '/here/other.txt': 'Another text.' })
})

describe('a source', () => {
  const web = (source: string): object => ({
    type: 'Annotation',
    bodyValue: 'x',
    target: { source, selector: quote('joint office') }
  })

  it('that is another briefing is refused by name', async () => {
    const { imported } = await desk.api.importFiles({ paths: ['/here/other.txt'] })
    const other = imported[0]?.briefing.id ?? ''
    const { refused } = await desk.take([desk.about(quote('joint office'))], other)
    expect(refused[0]?.reason).toContain(
      `it is about “urn:uuid:${desk.id}”, and this briefing is urn:uuid:${other}`
    )
    expect(await desk.marks(other)).toEqual([])
  })

  it('on the web is compared with the address of the briefing, if it has one', async () => {
    desk = await openDesk({ '/a.txt': TEXT }, ({ importer }) => {
      const { read } = importer
      importer.read = async (source) => {
        const file = await read(source)
        return { ...file, document: { ...file.document, sourceUrl: 'https://www.example.org/a/' } }
      }
    })
    const { anchored, refused } = await desk.take(
      [
        'http://example.org/a#part',
        'https://EXAMPLE.org/a',
        'https://example.org/b',
        'https://example.org/a?x'
      ].map(web)
    )
    expect(anchored.map(({ index }) => index)).toEqual([0, 1])
    expect(refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(
        'about “https://example.org/b”, and this briefing is https://www.example.org/a/'
      ),
      expect.stringContaining('example.org/a?x')
    ])
  })

  it('that nothing ties to the briefing is taken at the person’s word, and told', async () => {
    const { anchored, remarks } = await desk.take([web('https://example.org/a')])
    expect(anchored).toHaveLength(1)
    expect(remarks).toEqual([expect.stringContaining('“https://example.org/a”')])
  })

  it('is not taken so where the file speaks of several documents', async () => {
    const { anchored, refused, remarks } = await desk.take([
      desk.about(quote('vote passed')),
      web('https://example.org/a')
    ])
    expect(anchored.map(({ index }) => index)).toEqual([0])
    expect(refused.map(({ index }) => index)).toEqual([1])
    expect(remarks).toEqual([])
  })

  it('that is the name of its file is this briefing, among others', async () => {
    const { anchored, refused } = await desk.take([web('notes/brief.txt'), web('notes/else.txt')])
    expect([anchored[0]?.index, refused[0]?.index]).toEqual([0, 1])
  })
})

describe('what is here already', () => {
  const OWN = {
    body: [{ type: 'TextualBody', value: 'first', purpose: 'commenting' }],
    modified: '2030-01-01T00:00:00Z'
  }
  const foreign = (rest: object): object =>
    desk.about(quote('joint office'), { id: 'https://example.org/anno/1', ...OWN, ...rest })

  it('is recognised and not made twice', async () => {
    const first = await desk.take([foreign({})])
    const again = await desk.take([foreign({})])
    expect(again.anchored).toEqual(first.anchored)
    expect(again.changes).toEqual({ added: [], updated: [] })
    expect(await desk.marks()).toHaveLength(1)
    expect(desk.host.library.saves).toBe(1)
  })

  it('takes over what is newer, which can be taken back and made again', async () => {
    await desk.take([foreign({})])
    const { changes } = await desk.take([
      foreign({ bodyValue: 'second', body: undefined, modified: '2031-01-01T00:00:00Z' })
    ])
    expect(await desk.marks()).toMatchObject([{ note: 'second' }])
    await desk.api.takeBackImport({ briefing: desk.id, changes })
    expect(await desk.marks()).toMatchObject([{ note: 'first' }])
    await desk.api.repeatImport({ briefing: desk.id, changes })
    expect(await desk.marks()).toMatchObject([{ note: 'second' }])
  })

  it('keeps what is newer here', async () => {
    await desk.take([foreign({ modified: '2020-01-01T00:00:00Z' })])
    const [mark] = await desk.marks()
    await desk.api.changeAnnotation({ briefing: desk.id, id: mark?.id ?? '', change: { note: 'mine' } })
    const { anchored, changes } = await desk.take([foreign({ modified: '2021-01-01T00:00:00Z' })])
    expect(anchored).toHaveLength(1)
    expect(changes).toEqual({ added: [], updated: [] })
    expect(await desk.marks()).toMatchObject([{ note: 'mine' }])
  })

  it('comes back from the trash', async () => {
    const { anchored } = await desk.take([foreign({})])
    await desk.api.deleteAnnotation({ briefing: desk.id, id: anchored[0]?.id ?? '' })
    const { changes } = await desk.take([foreign({})])
    expect(changes.added).toEqual([anchored[0]?.id])
    expect(await desk.marks()).toHaveLength(1)
    await desk.api.takeBackImport({ briefing: desk.id, changes })
    expect(await desk.marks()).toEqual([])
  })

  it('is not confused with another of the same meaningless id', async () => {
    await desk.take([desk.about(quote('joint office'), { id: '1' })])
    await desk.take([desk.about(quote('vote passed'), { id: '1' })])
    expect(await desk.marks()).toHaveLength(2)
  })
})
