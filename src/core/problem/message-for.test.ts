import { describe, expect, it } from 'vitest'
import { messageFor } from './message-for'

describe('what is said of a profile that is not there', () => {
  it('names those that are', () => {
    expect(messageFor({ code: 'profile-unknown', profile: 'x', known: ['Team', 'Archive'] })).toMatch(
      /there are Team, Archive\.$/u
    )
  })

  it('is a sentence also where there are none', () => {
    expect(messageFor({ code: 'profile-unknown', profile: 'x', known: [] })).toMatch(
      /so no PDF was written; none is set up\.$/u
    )
  })
})
