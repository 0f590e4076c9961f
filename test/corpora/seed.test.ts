import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inkOf } from './expected-text'
import { elementsOf, headingsOf, importedFrom, textOf } from './imported'
import { seedPath } from './items'

const PATH = seedPath('000_e4ceb94cad774a4f.txt')

it('reads the seed briefing: its date, its headings, a title from the first clause of its lead', async () => {
  const document = await importedFrom(PATH)
  expect(document).toMatchObject({
    title: 'On the eve of the 100th anniversary of diplomatic ties between Türkiye and Japan',
    date: '2024-01-16',
    language: 'en',
    dir: 'ltr',
    encoding: 'utf-8',
    warnings: []
  })
  expect(headingsOf(document)).toEqual([
    'Historical Ties and Strategic Partnership',
    'Centennial Celebration and Future Collaborations',
    'Shared Commitments to Global Peace'
  ])
})

it('loses nothing of the seed briefing but its date header', async () => {
  const document = await importedFrom(PATH)
  const file = readFileSync(PATH, 'utf8')
  expect(inkOf(textOf(document))).toBe(inkOf(file.replace(/^\s*date 2024-01-16/, '')))
  expect(textOf(document)).toContain('deep-rooted friendship between the two nations')
  expect(elementsOf(document, 'h1')).toEqual([])
})
