import { describe, expect, it } from 'vitest'
import { isText, projectFiles, textOf } from './project-files'

const sources = projectFiles().filter((path) => /\.(ts|svelte|mjs|cjs|js)$/.test(path))
const texts = projectFiles().filter(isText)

/** What a line may not hold; written in pieces, so that this file does not break its own rules. */
const forbidden = {
  'a path of one machine': /(?<![\w.:/-])\/(?:work|root|home\/[a-z]\w*|Users\/[A-Za-z]\w*)\/|[A-Z]:\\Users\\/,
  'a suppressed check': new RegExp(['@ts-(?:ignore|nocheck)', 'eslint-dis' + 'able'].join('|')),
  'work put off': new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|XX${'X'})\\b`)
}

describe('every source file', () => {
  it('has at most 250 lines', () => {
    const long = sources.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
    expect(long.filter(({ lines }) => lines > 250)).toEqual([])
  })

  it('is named in kebab case, or in PascalCase where it is a component', () => {
    const name =
      /^(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*\.(?:ts|mjs|cjs|js)|[A-Z][A-Za-z0-9]*(?:\.[a-z]+)?\.(?:svelte|ts))$/
    expect(sources.filter((path) => !name.test(path.split('/').pop() ?? ''))).toEqual([])
  })

  it('lies in no folder whose name says nothing', () => {
    expect(
      sources.filter((path) => /(^|\/)(utils?|helpers?|managers?|misc|common)(\/|\.)/.test(path))
    ).toEqual([])
  })

  it('skips no test and runs none alone', () => {
    const tests = sources.filter((path) => path.endsWith('.test.ts') || path.startsWith('e2e/'))
    const chosen = /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|fixme)\b/
    expect(tests.filter((path) => chosen.test(textOf(path)))).toEqual([])
  })
})

describe('every file', () => {
  for (const [what, pattern] of Object.entries(forbidden)) {
    it(`holds no ${what.replace(/^an? /, '')}`, () => {
      const places = texts.flatMap((path) =>
        textOf(path)
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []))
      )
      expect(places).toEqual([])
    })
  }
})

describe('the patterns themselves', () => {
  const examples: Readonly<Record<keyof typeof forbidden, readonly string[]>> = {
    'a path of one machine': ['see /ro' + 'ot/x', `"/ho${'me'}/jane/x"`, `C:\\Us${'ers'}\\jane`],
    'a suppressed check': ['// @ts-' + 'ignore', '/* eslint-dis' + 'able */'],
    'work put off': ['// TO' + 'DO: later']
  }
  for (const [what, pattern] of Object.entries(forbidden)) {
    const lines = Object.entries(examples).find(([name]) => name === what)?.[1] ?? []
    for (const line of lines) it(`recognise ${what}: ${line}`, () => expect(pattern.test(line)).toBe(true))
  }
})
