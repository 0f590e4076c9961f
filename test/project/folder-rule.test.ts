import { ESLint } from 'eslint'
import { join } from 'node:path'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { compilerSays } from './compile-planted'
import { PROJECT_ROOT } from './project-files'

/** The compiler reads a whole folder first. */
const SLOW_MS = 60_000

/** Imports that the folder rule of the design forbids, each planted in a file of that folder. */
const planted = {
  'core imports Node': ['src/core/', `import { readFileSync } from 'node:fs'`],
  'core imports Electron': ['src/core/', `import { app } from 'electron'`],
  'core imports main': ['src/core/', `import { decidePlaces } from '../../main/start/places'`],
  'core imports renderer': ['src/core/', `import type { App } from '../../renderer/app'`],
  'main imports renderer': ['src/main/', `import { App } from '../../renderer/app'`],
  'main imports preload': ['src/main/', `import { exposeBridge } from '../../preload/expose-bridge'`],
  'preload imports main': ['src/preload/', `import { decidePlaces } from '../main/start/places'`],
  'preload imports renderer': ['src/preload/', `import type { App } from '../renderer/app'`],
  'renderer imports main': ['src/renderer/', `import type { Places } from '../../main/start/places'`],
  'renderer imports preload': ['src/renderer/', `import { exposeBridge } from '../../preload/expose-bridge'`],
  'renderer imports Node': ['src/renderer/', `import { join } from 'node:path'`],
  'renderer imports Electron': ['src/renderer/', `import { ipcRenderer } from 'electron'`],
  'runtime imports core': ['runtime/', `import { codePointAt } from '#core/text/code-points'`],
  'runtime imports main': ['runtime/', `import { decidePlaces } from '../../src/main/start/places'`]
} as const

/** What the linter's patterns do not see, and the compiler does: each folder is a project of its own. */
const plantedForCompiler = {
  'core imports runtime': [
    'src/core',
    `import { findChromium } from '../../runtime/chromium/find.mjs'; findChromium()`
  ],
  'renderer imports Node without its prefix': ['src/renderer', `import { join } from 'path'; join('a')`],
  'renderer loads main later': ['src/renderer', `void import('../main/start/places')`],
  'preload loads main later': ['src/preload', `void import('../main/start/places')`]
} as const

/** Imports that it allows. */
const allowed = {
  'core imports itself': ['src/core/', `import { answer } from '../contract/answer'`],
  'core imports a library': ['src/core/', `import * as v from 'valibot'`],
  'main imports core': ['src/main/', `import { answer } from '#core/contract/answer'`],
  'main imports Node and Electron': ['src/main/', `import 'node:fs'\nimport 'electron'`],
  'preload imports core and Electron': [
    'src/preload/',
    `import 'electron'\nimport '#core/contract/channels'`
  ],
  'renderer imports core': ['src/renderer/', `import { createClient } from '#core/contract/client'`],
  'runtime imports Node': ['runtime/', `import { spawn } from 'node:child_process'`]
} as const

/** The configuration in use, without the rules that need types: they would make this ten times as slow. */
const linter = new ESLint({ cwd: PROJECT_ROOT, overrideConfig: [tseslint.configs.disableTypeChecked] })

describe('the folder rule', () => {
  for (const [name, [folder, line]] of Object.entries(planted)) {
    it(`is broken, says the linter, when ${name}`, async () => {
      expect(await linterRefuses(folder, line)).toBe(true)
    })
  }

  for (const [name, [folder, line]] of Object.entries(plantedForCompiler)) {
    it(`does not compile when ${name}`, () => expect(compilerSays(folder, line)).not.toEqual([]), SLOW_MS)
  }

  it(
    'compiles when nothing is planted',
    () => {
      for (const folder of ['src/core', 'src/main', 'src/renderer'])
        expect(compilerSays(folder, '')).toEqual([])
    },
    SLOW_MS
  )

  for (const [name, [folder, line]] of Object.entries(allowed)) {
    it(`allows it when ${name}`, async () => {
      expect(await linterRefuses(folder, line)).toBe(false)
    })
  }
})

async function linterRefuses(folder: string, lines: string): Promise<boolean> {
  const [result] = await linter.lintText(`${lines}\n`, {
    filePath: join(PROJECT_ROOT, folder, 'some/planted.ts')
  })
  const rules = (result?.messages ?? []).map(({ ruleId }) => ruleId)
  // A file that cannot be read at all would be refused as well, and show nothing.
  expect(rules).not.toContain(null)
  return rules.some((rule) => rule === 'no-restricted-imports' || rule === 'no-restricted-syntax')
}
