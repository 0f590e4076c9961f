import * as v from 'valibot'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AnnotationsDocument,
  CheckDocument,
  ErrorDocument,
  ExportDocument,
  ImportDocument,
  ListDocument,
  ShowDocument
} from '../src/core/documents/documents'
import { file, FRIENDSHIP, SEED } from './files'
import { expect, test, type Home } from './launch'
import { runProgram, type RunOptions } from './run-program'
import { card } from './steps'

/** Run a command with `--json`, expect that it did its work, and answer its one document. */
async function ask<Schema extends v.GenericSchema>(
  schema: Schema,
  args: readonly string[],
  options: RunOptions
): Promise<v.InferOutput<Schema>> {
  const { code, stdout, stderr } = await runProgram([...args, '--json'], options)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return v.parse(schema, JSON.parse(stdout))
}

/** What other programs need of a W3C Web Annotation; `core` tests all of it. */
const WebAnnotation = v.looseObject({ id: v.string(), type: v.literal('Annotation'), target: v.unknown() })

/** What is not printing must not need a browser engine; this one does not exist. */
const WITHOUT_ENGINE = { BRIEFING_READER_CHROMIUM: '/nowhere/chromium' }

test('the whole job on the command line, and only printing needs the engine', async ({ newHome }) => {
  const home = await newHome()
  const plain = { home, environment: WITHOUT_ENGINE }
  const { imported } = await ask(
    ImportDocument,
    ['import', SEED, file('energy.md'), file('tokyo.txt')],
    plain
  )
  expect(imported.map(({ date, language }) => [date, language])).toEqual([
    ['2024-01-16', 'en'],
    ['2025-03-04', 'en'],
    ['2025-05-06', 'ja']
  ])
  const id = imported[0]?.id ?? ''
  expect(await ask(ListDocument, ['list', '--query', 'anniversary'], plain)).toHaveLength(1)
  const shown = await ask(ShowDocument, ['show', id, '--format', 'json'], plain)
  const quote = FRIENDSHIP.replaceAll(' ', '\n  ')
  await ask(WebAnnotation, ['annotate', id, '--quote', quote, '--note', 'Since when?'], plain)
  const [mark] = await ask(AnnotationsDocument, ['annotations', id], plain)
  expect(shown.text.slice(mark?.start ?? 0, mark?.end ?? 0)).toBe(FRIENDSHIP)
  const pdf = join(home.folder, 'out.pdf')
  const exported = await ask(ExportDocument, ['export', id, '--pdf', pdf], { home })
  expect(exported).toMatchObject({ file: pdf, annotations: 1 })
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
  const report = await ask(CheckDocument, ['check'], plain)
  expect(report).toEqual({ ok: true, briefings: 3, annotations: 1, problems: [] })
})

test('standard input is a briefing, and `show` gives its text exactly', async ({ newHome }) => {
  const home = await newHome()
  const input = 'Wörter aus einer Leitung.\n\nUnd ein zweiter Absatz.'
  const { imported } = await ask(ImportDocument, ['import', '-'], { home, input })
  const { stdout } = await runProgram(['show', imported[0]?.id ?? '', '--format', 'text'], { home })
  expect(stdout).toBe('Wörter aus einer Leitung.\nUnd ein zweiter Absatz.')
})

test('a command on a library that a window has open is done by the window, which shows it', async ({
  launch
}) => {
  const { window, home } = await launch({ args: [SEED] })
  await expect(window.locator('article')).toContainText(FRIENDSHIP)
  const [briefing] = await ask(ListDocument, ['list'], { home })
  await ask(WebAnnotation, ['annotate', briefing?.id ?? '', '--quote', FRIENDSHIP], { home })
  await expect(card(window, FRIENDSHIP)).toBeVisible()
})

test('a second start hands its files to the window that is open, and ends', async ({ launch }) => {
  const { app, window, home } = await launch()
  expect(await runProgram([file('energy.md')], { home })).toMatchObject({ code: 0, stdout: '' })
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Energy outlook')
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('several commands at once are all done', async ({ newHome }) => {
  const home = await newHome()
  const { imported } = await ask(ImportDocument, ['import', SEED], { home })
  const id = imported[0]?.id ?? ''
  const quotes = ['mutual aid during natural disasters', FRIENDSHIP, 'two-state solution', 'a century']
  await Promise.all(quotes.map((quote) => ask(WebAnnotation, ['annotate', id, '--quote', quote], { home })))
  expect(await ask(AnnotationsDocument, ['annotations', id], { home })).toHaveLength(quotes.length)
})

test('help and version need nothing; wrong usage ends with 2', async ({ newHome }) => {
  const home: Home = await newHome()
  expect((await runProgram(['--help'], { home })).stdout).toContain('briefing-reader COMMAND')
  expect((await runProgram(['--version'], { home })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u)
  const wrong = await runProgram(['export', '--paper', 'a3', '--json', 'x'], { home })
  expect(wrong.code).toBe(2)
  expect(v.parse(ErrorDocument, JSON.parse(wrong.stdout)).error.code).toBe('usage')
})
