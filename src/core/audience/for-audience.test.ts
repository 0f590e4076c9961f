import { describe, expect, it } from 'vitest'
import { PRESS } from '../../../test/printing/sample-briefings'
import { forAudience } from './for-audience'
import { DEFAULT_PROFILES, findProfile } from './profile'

const TEAM = findProfile(DEFAULT_PROFILES, ' TEAM ')
if (TEAM === null) throw new Error('a new device has a profile for the team')

describe('forAudience', () => {
  it('lets everything through without a profile, and changes nothing', () => {
    const { items, withheld } = forAudience([PRESS], { profile: null, isCleanCopy: false })
    expect(items).toEqual([PRESS])
    expect(withheld).toEqual([])
  })

  const secrets = ['private', 'PRİVATE', 'prıvate', '# private', ' ＃Private', 'PRIVATE ']
  for (const tag of secrets) {
    it(`keeps a mark tagged “${tag}” at home`, () => {
      const item = { ...PRESS, annotations: PRESS.annotations.map((mark) => ({ ...mark, tags: [tag] })) }
      expect(forAudience([item], { profile: TEAM, isCleanCopy: false }).items[0]?.annotations).toEqual([])
    })
  }

  it('asks for a tag by its letters, whatever their case', () => {
    const goes = (tag: string, wanted: string): boolean => {
      const item = { ...PRESS, annotations: PRESS.annotations.map((mark) => ({ ...mark, tags: [tag] })) }
      const { items } = forAudience([item], { profile: { ...TEAM, withTags: [wanted] }, isCleanCopy: false })
      return items[0]?.annotations.length !== 0
    }
    expect(goes('# LİMAN', 'liman')).toBe(true)
    expect(goes('öl', 'ol')).toBe(false)
  })

  it('takes tags from the briefing as well as from its marks', () => {
    const before = structuredClone(PRESS)
    const { items } = forAudience([PRESS], { profile: { ...TEAM, tags: false }, isCleanCopy: false })
    expect(
      items.flatMap(({ briefing, annotations }) => [briefing, ...annotations]).flatMap(({ tags }) => tags)
    ).toEqual([])
    expect(PRESS).toEqual(before)
  })

  it('takes along where a mark stands, and not where it stood in other editions or programs', () => {
    const [first] = PRESS.annotations
    if (first === undefined) throw new Error('the sample has marks')
    const elsewhere = {
      ...first,
      via: 'https://other.example/7',
      placements: [{ edition: 2, anchor: first.anchor }]
    }
    const item = { ...PRESS, annotations: [elsewhere] }
    const [only] = forAudience([item], { profile: TEAM, isCleanCopy: false }).items
    expect(only?.annotations[0]).toMatchObject({ range: first.range, placements: [] })
    expect(only?.annotations[0]).not.toHaveProperty('via')
  })

  it('keeps every mark of a clean copy at home', () => {
    const { items, withheld } = forAudience([PRESS], { profile: TEAM, isCleanCopy: true })
    expect(items[0]?.annotations).toEqual([])
    expect(withheld).toHaveLength(PRESS.annotations.length)
  })
})
