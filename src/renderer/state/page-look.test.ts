import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import { PageLookChoice, usualPaper } from './page-look.svelte'

describe('the paper that is usual', () => {
  const cases: Record<string, { language: string; zone: string; paper: string }> = {
    'where English is spoken in America': { language: 'en', zone: 'America/Chicago', paper: 'letter' },
    'in Canada': { language: 'fr-CA', zone: 'America/Toronto', paper: 'letter' },
    'in Brazil': { language: 'pt-BR', zone: 'America/Sao_Paulo', paper: 'a4' },
    'with American English in Turkey': { language: 'en-US', zone: 'Europe/Istanbul', paper: 'a4' },
    'in Japan': { language: 'ja', zone: 'Asia/Tokyo', paper: 'a4' }
  }
  for (const [name, { language, zone, paper }] of Object.entries(cases)) {
    it(`${name} is ${paper}`, () => expect(usualPaper(language, zone)).toBe(paper))
  }
})

describe('how pages look', () => {
  const settings = (pageLook: Settings['pageLook']) => ({ current: { ...DEFAULT_SETTINGS, pageLook } })

  it('is what was chosen now, then what was chosen the last time', () => {
    const look = new PageLookChoice(settings({ paper: 'letter', typeface: 'sans' }))
    look.choose({ typeface: 'serif' })
    expect(look.current).toMatchObject({ paper: 'letter', typeface: 'serif', margins: 'normal' })
  })

  it('has text between the smallest and the largest that can be printed', () => {
    const look = new PageLookChoice(settings({ textSize: 15.9 }))
    look.resize(1)
    expect(look.current.textSize).toBe(16)
    for (let step = 0; step < 20; step += 1) look.resize(-1)
    expect(look.current.textSize).toBe(8)
  })
})
