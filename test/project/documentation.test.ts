import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/main/cli/commands/index-of-commands'
import { shortcutGroups } from '../../src/renderer/words/shortcuts'
import { PROJECT_ROOT, projectFiles, textOf } from './project-files'

const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(textOf('package.json'))
)
const documents = projectFiles().filter((path) => path.endsWith('.md') && !path.startsWith('resources/'))
const readme = textOf('README.md')

describe('the commands that README and CONTRIBUTING name', () => {
  for (const path of ['README.md', 'CONTRIBUTING.md']) {
    const words = [...textOf(path).matchAll(/\bnpm (start|test|run ([\w:]+))/g)]
    const named = new Set(words.map(([, command = '', script]) => script ?? command))

    it(`are scripts of package.json: ${path}`, () => {
      expect(named.size).toBeGreaterThan(1)
      expect([...named].filter((name) => scripts[name] === undefined)).toEqual([])
    })
  }

  it('are commands of the program, with options that it knows', () => {
    const lines = readme.split('\n').filter((line) => line.startsWith('bin/briefing-reader '))
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) {
      const [, name = '', rest = ''] = /^bin\/briefing-reader (\S+)([^#]*)/.exec(line) ?? []
      const command = COMMANDS.find((each) => each.name === name)
      expect(command, line).toBeDefined()
      const options = [...rest.matchAll(/ --([\w-]+)/g)].map(([, option = '']) => option)
      expect(
        options.filter((option) => !(option in (command?.options ?? {}))),
        line
      ).toEqual([])
    }
  })

  it('run from files that are there', () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/scripts\/[\w/-]+\.mjs/g) ?? [])
    expect(files.length).toBeGreaterThan(1)
    expect(files.filter((path) => !existsSync(join(PROJECT_ROOT, path)))).toEqual([])
  })
})

describe('CI', () => {
  it('runs the test command of the README, and nothing else', () => {
    expect(readme).toMatch(/^npm test\b/m)
    const lines = textOf('.ci/run')
      .split('\n')
      .filter((line) => !/^#|^set |^cd |^$/.test(line))
    expect(lines).toEqual(['exec npm test'])
  })

  it('can run what it runs', () => {
    for (const path of ['.ci/run', 'bin/briefing-reader']) {
      expect(statSync(join(PROJECT_ROOT, path)).mode & 0o111, path).toBe(0o111)
    }
  })
})

describe('the keys in the README', () => {
  const known = new Set(
    shortcutGroups.flatMap(({ keys }) => keys.flatMap(([press]) => press.split(/ or | – /)))
  )
  const rows = readme.split('\n').filter((line) => /^\| `[^`]+`.*\|/.test(line) && !line.includes('/'))
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key))

  it('are keys of the program', () => {
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((key) => !known.has(key))).toEqual([])
  })
})

describe('every link and picture in a document', () => {
  for (const path of documents) {
    it(`leads somewhere: ${path}`, () => {
      const targets = [...textOf(path).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(
        ([, target = '']) => target
      )
      const local = targets.filter((target) => !/^[a-z]+:/.test(target))
      const missing = local.filter(
        (target) => !existsSync(join(PROJECT_ROOT, normalize(join(dirname(path), target))))
      )
      expect(missing).toEqual([])
    })
  }
})
