import * as v from 'valibot'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AnnotationsDocument,
  CheckDocument,
  ErrorDocument,
  ImportDocument
} from '../src/core/documents/documents'
import { AnnotationImportDocument } from '../src/core/documents/interchange-documents'
import { FRIENDSHIP, SEED } from './files'
import { expect, test, type Home } from './launch'
import { runProgram } from './run-program'
import { card, choose, dropFiles } from './steps'

const quoting = (exact: string, note: string, source: string): object => ({
  type: 'Annotation',
  bodyValue: note,
  target: { source, selector: { type: 'TextQuoteSelector', exact } }
})

async function importSeed(home: Home): Promise<string> {
  const { stdout } = await runProgram(['import', SEED, '--json'], { home })
  return v.parse(ImportDocument, JSON.parse(stdout)).imported[0]?.id ?? ''
}

test('annotations go in and out on the command line, and come back whole', async ({ newHome }) => {
  const home = await newHome()
  const id = await importSeed(home)
  const own = `urn:uuid:${id}`
  const input = JSON.stringify([
    quoting(FRIENDSHIP.replaceAll(' ', '\n'), 'Since when?', own),
    quoting('nobody said this', 'kept', own),
    quoting(FRIENDSHIP, '', 'urn:uuid:0197c9b5-1f1c-7000-8000-000000000000')
  ])
  const taken = await runProgram(['annotate', id, '--from', '-', '--json'], { home, input })
  expect(taken.code).toBe(1)
  const report = v.parse(AnnotationImportDocument, JSON.parse(taken.stdout))
  expect(
    [report.anchored, report.orphans, report.refused].map((all) => all.map(({ index }) => index))
  ).toEqual([[0], [1], [2]])
  const page = await runProgram(['annotations', id, '--format', 'jsonld'], { home })
  const before = await runProgram(['annotations', id, '--json'], { home })
  const other = await newHome()
  await importSeed(other)
  const path = join(other.folder, 'page.jsonld')
  await writeFile(path, page.stdout)
  expect(await runProgram(['annotate', id, '--from', path], { home: other })).toMatchObject({
    code: 0,
    stdout: '1 anchored, 1 without a place, 0 refused\n'
  })
  const after = await runProgram(['annotations', id, '--json'], { home: other })
  expect(JSON.parse(after.stdout)).toEqual(JSON.parse(before.stdout))
  expect(v.parse(AnnotationsDocument, JSON.parse(after.stdout))).toHaveLength(2)
  const check = await runProgram(['check', '--json'], { home: other })
  expect(v.parse(CheckDocument, JSON.parse(check.stdout))).toMatchObject({ ok: true, annotations: 2 })
})

test('a file that is no JSON changes nothing and is told by line and column', async ({ newHome }) => {
  const home = await newHome()
  const id = await importSeed(home)
  const input = '{\n  "type": "Annotation",\n}'
  const { code, stdout, stderr } = await runProgram(['annotate', id, '--from', '-', '--json'], {
    home,
    input
  })
  expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 })
  expect(v.parse(ErrorDocument, JSON.parse(stdout)).error.message).toContain('at line 3, column 1')
})

test('annotations dropped on the window are placed, and one undo takes them back', async ({ launch }) => {
  const { app, window, home } = await launch({ args: [SEED] })
  await expect(window.locator('article')).toContainText(FRIENDSHIP)
  const path = join(home.folder, 'marks.jsonld')
  const source = 'https://example.org/briefing'
  await writeFile(
    path,
    JSON.stringify([quoting(FRIENDSHIP, 'Since when?', source), quoting('a century', '', source)])
  )
  await dropFiles(window, [path])
  await window.getByRole('button', { name: 'Import annotations', exact: true }).click()
  const report = window.getByRole('dialog', { name: 'Imported annotations' })
  await expect(report).toContainText('2 marks taken over')
  await report.getByRole('button', { name: 'Close' }).last().click()
  await expect(card(window, FRIENDSHIP)).toBeVisible()
  const saved = join(home.folder, 'out.md')
  await choose(app, { save: saved })
  await window.getByRole('button', { name: 'Annotations in and out' }).click()
  await window.getByText('Markdown', { exact: true }).click()
  await window.getByRole('button', { name: 'Export…' }).click()
  await expect(window.getByText('2 annotations exported.')).toBeVisible()
  expect(await readFile(saved, 'utf8')).toContain(`> ${FRIENDSHIP}`)
  await window.locator('article').click({ position: { x: 5, y: 5 } })
  await window.keyboard.press('Control+z')
  await expect(card(window, FRIENDSHIP)).toHaveCount(0)
  await expect(window.locator('li.card')).toHaveCount(0)
})
