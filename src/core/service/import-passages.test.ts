import { beforeEach, describe, expect, it } from 'vitest'
import { type AnnotationDesk, openDesk, quote } from '../testing/annotation-desk'

const TEXT =
  'Türkiye met 👩‍👩‍👧 and 日本. 👍👍\nThe vote passed. The vote failed.\nBoth sides pay for the joint office.'

let desk: AnnotationDesk

beforeEach(async () => {
  desk = await openDesk({ '/here/brief.txt': TEXT, '/here/other.txt': 'Another text.' })
})

async function wordsOf(value: unknown): Promise<string> {
  const { anchored } = await desk.take([value])
  const mark = (await desk.marks()).find(({ id }) => id === anchored[0]?.id)
  return mark?.range == null ? '' : TEXT.slice(mark.range.start, mark.range.end)
}

describe('a passage', () => {
  const start = TEXT.indexOf('vote failed')
  const inCodePoints = [...TEXT.slice(0, start)].length
  const position = (from: number): object => ({ type: 'TextPositionSelector', start: from, end: from + 11 })
  const css = { type: 'CssSelector', value: 'p:nth-child(2)' }
  const cases: Readonly<Record<string, { selector: unknown; expected: string }>> = {
    'a position in code points': { selector: position(inCodePoints), expected: 'vote failed' },
    'with its quote': { selector: [position(inCodePoints), quote('vote failed')], expected: 'vote failed' },
    'a position in UTF-16 units beside its quote': {
      selector: [position(start), quote('vote failed')],
      expected: 'vote failed'
    },
    'a wrong position beside its quote': {
      selector: [position(3), quote('vote failed')],
      expected: 'vote failed'
    },
    'a position that tells two occurrences apart': {
      selector: [{ type: 'TextPositionSelector', start: inCodePoints, end: inCodePoints + 4 }, quote('vote')],
      expected: 'vote'
    },
    'a quote with other white space': { selector: quote('The  vote\npassed'), expected: 'The vote passed' },
    'a quote that context tells apart': { selector: quote('The vote', 'passed. '), expected: 'The vote' },
    'the quote beside a CssSelector': { selector: [css, quote('joint office')], expected: 'joint office' },
    'the quote that refines a CssSelector': {
      selector: { ...css, refinedBy: quote('joint office') },
      expected: 'joint office'
    },
    'the quote within the quote that it refines': {
      selector: { ...quote('The vote failed'), refinedBy: quote('vote') },
      expected: 'vote'
    },
    'one of a choice': {
      selector: { type: 'Choice', items: [css, quote('joint office')] },
      expected: 'joint office'
    },
    'from one quote to another': {
      selector: {
        type: 'RangeSelector',
        startSelector: quote('vote passed'),
        endSelector: quote('. The vote failed')
      },
      expected: 'vote passed'
    }
  }
  for (const [name, { selector, expected }] of Object.entries(cases)) {
    it(`is found by ${name}`, async () => {
      const found = await wordsOf(desk.about(selector))
      expect(found).toBe(expected)
    })
  }

  it('is the second of two where its position says so', async () => {
    const { anchored } = await desk.take([
      desk.about([
        { type: 'TextPositionSelector', start: inCodePoints, end: inCodePoints + 4 },
        quote('vote')
      ])
    ])
    expect(anchored).toHaveLength(1)
    expect((await desk.marks())[0]?.range?.start).toBe(start)
  })
})

describe('an annotation without a place', () => {
  it('keeps the words that are not in the text, and says so again when it is exported', async () => {
    const { orphans } = await desk.take([desk.about(quote('nobody said this'), { bodyValue: 'kept' })])
    expect(orphans).toMatchObject([
      { index: 0, reason: expect.stringContaining('“nobody said this” do not occur') }
    ])
    expect(await desk.marks()).toMatchObject([
      { status: 'orphan', range: null, quote: 'nobody said this', note: 'kept' }
    ])
    const page: unknown = JSON.parse(await desk.api.writeAnnotations({ briefing: desk.id, format: 'jsonld' }))
    expect(page).toMatchObject({ items: [{ target: { selector: [{ exact: 'nobody said this' }] } }] })
  })

  it('is not put at the first of several places that nothing tells apart', async () => {
    const { orphans } = await desk.take([desk.about(quote('The vote'))])
    expect(orphans[0]?.reason).toContain('occur several times')
    expect(await desk.marks()).toMatchObject([{ status: 'orphan', range: null }])
  })

  it('can be put somewhere by a person', async () => {
    const { orphans } = await desk.take([desk.about(quote('The vote'))])
    const range = { start: TEXT.indexOf('vote'), end: TEXT.indexOf('vote') + 4 }
    const placed = await desk.api.placeAnnotation({
      briefing: desk.id,
      id: orphans[0]?.id ?? '',
      edition: 1,
      range
    })
    expect(placed).toMatchObject({ status: 'exact', quote: 'vote' })
  })

  it('becomes a note on the whole briefing when it has no selector', async () => {
    const { anchored } = await desk.take([desk.about(undefined, { bodyValue: 'On all of it.' })])
    expect(anchored).toHaveLength(1)
    expect(await desk.marks()).toMatchObject([{ anchor: null, note: 'On all of it.', status: 'exact' }])
  })

  it('becomes one too when its selector says nothing about a text, and is told apart', async () => {
    const { orphans } = await desk.take([desk.about({ type: 'CssSelector', value: 'p' }, { bodyValue: 'x' })])
    expect(orphans[0]?.reason).toContain('CssSelector')
    expect(await desk.marks()).toMatchObject([{ anchor: null, note: 'x' }])
  })
})
