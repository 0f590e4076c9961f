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
