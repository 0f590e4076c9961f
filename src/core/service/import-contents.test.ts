import { beforeEach, describe, expect, it } from 'vitest'
import { messageFor } from '../problem/message-for'
import { problemOf } from '../problem/reader-error'
import { type AnnotationDesk, openDesk, quote } from '../testing/annotation-desk'

const TEXT =
  'Türkiye met 👩‍👩‍👧 and 日本. 👍👍\nThe vote passed. The vote failed.\nBoth sides pay for the joint office.'
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

let desk: AnnotationDesk

beforeEach(async () => {
  desk = await openDesk({ '/here/brief.txt': TEXT, '/here/other.txt': 'Another text.' })
})

describe('what an annotation says', () => {
  it('becomes note, tags, type, author and dates', async () => {
    await desk.take([
      desk.about(quote('joint office'), {
        motivation: ['commenting', 'tagging'],
        creator: [{ type: 'Person', name: 'Ayşe Kaya' }, 'https://example.org/ben'],
        created: '2024-01-16T10:00:00+03:00',
        modified: '2024-02-01T08:30:00',
        body: [
          { type: 'TextualBody', value: 'Who *pays*?', purpose: 'questioning' },
          {
            type: 'TextualBody',
            value: '<p>See <b>this</b><script>x()</script></p>',
            format: 'text/html',
            purpose: 'commenting'
          },
          { type: 'SpecificResource', source: 'https://example.org/budget', purpose: 'linking' },
          { type: 'TextualBody', value: ' budget ', purpose: 'tagging' },
          { type: 'TextualBody', value: 'unclear', purpose: 'classifying' }
        ],
        target: {
          source: `urn:uuid:${desk.id}`,
          selector: quote('joint office'),
          styleClass: ['red', 'underline']
        }
      })
    ])
    expect(await desk.marks()).toMatchObject([
      {
        note: 'Who *pays*?\n\nSee **this**\n\n<https://example.org/budget>',
        tags: ['budget', 'unclear'],
        type: 'question',
        author: 'Ayşe Kaya, https://example.org/ben',
        created: '2024-01-16T07:00:00.000Z',
        modified: '2024-02-01T08:30:00.000Z',
        color: 'red',
        style: 'underline'
      }
    ])
  })

  it('stays whole where half a character was cut', async () => {
    await desk.take([desk.about(quote('日本', '\udc67 and '), { bodyValue: 'a\ud83d' })])
    expect(await desk.marks()).toMatchObject([{ quote: '日本', note: 'a\uFFFD' }])
  })

  it('is refused with all that is wrong, by its place in the file', async () => {
    const { refused, anchored } = await desk.take([
      desk.about(quote('joint office')),
      { type: 'Annotation', motivation: 7, creator: 3 },
      'https://example.org/anno1',
      desk.about({ type: 'TextPositionSelector', start: 5, end: 2 }),
      desk.about(quote('vote passed'), {
        body: [{ type: 'TextualBody', value: 'x'.repeat(300), purpose: 'tagging' }]
      })
    ])
    expect(anchored).toMatchObject([{ index: 0 }])
    expect(refused.map(({ index }) => index)).toEqual([1, 2, 3, 4])
    expect(refused[0]?.reason).toMatch(/index 1 .* motivation is 7.*no target.*creator is 3/u)
    expect(refused[1]?.reason).toContain('only the address “https://example.org/anno1”')
    expect(refused[2]?.reason).toContain('starts at 5, behind its end at 2')
    expect(refused[3]?.reason).toContain('300 characters, and may have 200')
    expect(await desk.marks()).toHaveLength(1)
  })
})

describe('a file', () => {
  const one = (): object => desk.about(quote('joint office'))
  const forms: Readonly<Record<string, (item: object) => unknown>> = {
    'one annotation': (item) => ({ '@context': CONTEXT, ...item }),
    'a list': (item) => [item],
    'a page': (item) => ({ '@context': CONTEXT, type: 'AnnotationPage', items: [item] }),
    'a page without context': (item) => ({ type: 'AnnotationPage', items: [item] }),
    'a collection with its pages': (item) => ({
      '@context': CONTEXT,
      type: 'AnnotationCollection',
      first: { type: 'AnnotationPage', items: [], next: { type: 'AnnotationPage', items: [item] } }
    }),
    'a graph': (item) => ({ '@context': CONTEXT, '@graph': [item] })
  }
  for (const [name, form] of Object.entries(forms)) {
    it(`may be ${name}`, async () => {
      expect((await desk.take(form(one()))).anchored).toHaveLength(1)
    })
  }

  it('whose next page is only an address says which, and fetches nothing', async () => {
    const { anchored, refused } = await desk.take({
      type: 'AnnotationCollection',
      first: { type: 'AnnotationPage', items: [one()], next: 'https://example.org/page2' }
    })
    expect(anchored).toHaveLength(1)
    expect(refused).toEqual([{ index: 1, reason: expect.stringContaining('https://example.org/page2') }])
  })

  it('of Hypothesis keeps notes on the page and answers', async () => {
    const row = (row: object): object => ({
      uri: 'https://example.org/a',
      user: 'acct:reader@hypothes.is',
      tags: [],
      ...row
    })
    const target = [{ source: 'https://example.org/a', selector: [quote('joint office')] }]
    const { anchored } = await desk.take({
      total: 3,
      rows: [
        row({ id: 'a', text: 'Which?', tags: ['money'], target }),
        row({
          id: 'b',
          text: 'The old one.',
          references: ['a'],
          target: [{ source: 'https://example.org/a' }]
        }),
        row({ id: 'c', text: 'On the page.', target: [{ source: 'https://example.org/a' }] })
      ]
    })
    expect(anchored.map(({ index }) => index)).toEqual([0, 1, 2])
    const found = (await desk.marks()).map(({ note, quote: words, author, tags }) => ({
      note,
      words,
      author,
      tags
    }))
    expect(found).toHaveLength(3)
    expect(found).toEqual(
      expect.arrayContaining([
        { note: 'Which?', words: 'joint office', author: 'reader', tags: ['money'] },
        { note: 'The old one.', words: 'joint office', author: 'reader', tags: [] },
        { note: 'On the page.', words: '', author: 'reader', tags: [] }
      ])
    )
  })

  it('that holds no annotations changes nothing and says so', async () => {
    for (const value of [{}, 7, 'x', { name: 'y' }]) {
      const refusal = await desk.take(value).catch((thrown: unknown) => messageFor(problemOf(thrown)))
      expect(refusal).toContain('holds no annotations')
    }
    expect((await desk.take([])).anchored).toEqual([])
    const many = desk
      .take(Array.from({ length: 20_001 }, () => 1))
      .catch((thrown: unknown) => messageFor(problemOf(thrown)))
    expect(await many).toContain('20,001 annotations and the limit is 20,000')
  })
})
