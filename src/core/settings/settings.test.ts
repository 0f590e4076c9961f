import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { MAX_LEVELS } from '../marking/marking'
import { DEFAULT_SETTINGS, SettingsSchema } from './settings'

function levelsOf(markings: unknown): readonly string[] {
  return v.parse(SettingsSchema, { ...DEFAULT_SETTINGS, markings }).markings
}

describe('the levels in the settings', () => {
  it('keeps every level that can be read, whatever stands between', () => {
    expect(levelsOf(['OFFEN', '\u200B', 7, ' VS  NfD '])).toEqual(['OFFEN', 'VS NfD'])
  })

  it('has no more than can be chosen from', () => {
    const many = Array.from({ length: MAX_LEVELS + 1 }, (_, level) => `Level ${level}`)
    expect(levelsOf(many)).toEqual(many.slice(0, MAX_LEVELS))
  })

  it('is that of a new device where there is no list', () => {
    expect(levelsOf('SECRET')).toEqual(DEFAULT_SETTINGS.markings)
  })
})
