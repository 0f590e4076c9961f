import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { messageFor } from '../../../src/core/problem/message-for'
import { problemOf } from '../../../src/core/problem/reader-error'
import { createReaderService } from '../../../src/core/service/reader-service'
import { createFakeHost } from '../../../src/core/testing/fake-host'
import type { AnnotationImport } from '../../../src/core/interchange/annotation-import'
import { pathOf } from '../items'

const FOLDER = 'b-anchoring/w3c-model'
const Labelled = v.looseObject({ label: v.string() })

/** What the sentence must say for each fault that the working group planted. */
const NAMED: Readonly<Record<string, RegExp>> = {
  'No context': /no @context/u,
  'Bad context': /@context is “http:\/\/example\.org\/not\/my\/context\.json”/u,
  'multiple identifiers': /id has 2 values/u,
  'bad type': /type is “Squirrel”/u,
  'bad target': /target is 9/u,
  'bad body id': /body’s id is “this is not a uri either”/u,
  'bad language': /id has 2 values/u,
  'no value for textual body': /body’s value is missing/u,
  'body and bodyValue': /both a body and a bodyValue/u,
  'bad bodyValue': /bodyValue is 23/u,
  'too many processing languages': /processingLanguage has 2 values/u,
  'Uninterpretable body (choice? list?)': /body has items without saying what set/u,
  'bad generator': /generator is 42/u,
  'bad created': /(?:modified is “an hour ago”|(?:modified|generated) has 2 values)/u,
  'bad via': /via is “not a uri”/u,
  'no source for specific resource': /SpecificResource without a source/u,
  'multiple values for Fragment Selector': /FragmentSelector’s value has 2 values/u
}

function filesIn(kind: 'correct' | 'incorrect'): readonly { name: string; text: string }[] {
  const folder = pathOf(`${FOLDER}/${kind}`)
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** Import into a briefing of which no address is known, as a person who chose it does. */
async function importText(name: string, text: string): Promise<AnnotationImport> {
  const host = createFakeHost({
    '/briefing.txt': 'A text.\nThis is an anotation that has some typing errors.'
  })
  const api = createReaderService(host)
  const { imported } = await api.importFiles({ paths: ['/briefing.txt'] })
  const bytes = new TextEncoder().encode(text)
  return api.importAnnotations({ briefing: imported[0]?.briefing.id ?? '', name, bytes })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('valid annotations of the W3C', () => {
  for (const { name, text } of filesIn('correct')) {
    it(`takes over ${name}`, async () => {
      const { anchored, orphans, refused } = await importText(name, text)
      expect(refused).toEqual([])
      const passages = new Set([...anchored, ...orphans].map(({ index }) => index))
      expect([...passages]).toEqual([0])
    })
  }

  it('finds the words where an annotation quotes them', async () => {
    const { anchored } = await importText(
      'anno23.json',
      readFileSync(pathOf(`${FOLDER}/correct/anno23.json`), 'utf8')
    )
    expect(anchored).toHaveLength(1)
  })
})

describe('invalid annotations of the W3C', () => {
  for (const { name, text } of filesIn('incorrect')) {
    if (isJson(text)) {
      it(`refuses ${name} and names its fault`, async () => {
        const { anchored, orphans, refused } = await importText(name, text)
        expect([...anchored, ...orphans]).toEqual([])
        const { label } = v.parse(Labelled, JSON.parse(text))
        expect(refused).toHaveLength(1)
        expect(refused[0]?.reason).toMatch(NAMED[label] ?? /no such label/u)
        expect(refused[0]?.reason).toMatch(/^The annotation at index 0 was not taken over: .*\.$/u)
      })
    } else {
      it(`refuses ${name}, which is no JSON, and names line and column`, async () => {
        const refusal = await importText(name, text).catch((error: unknown) => messageFor(problemOf(error)))
        expect(refusal).toMatch(/is no valid JSON, so nothing was imported: at line \d+, column \d+, /u)
      })
      const mended = text.replace(/,(\s*[}\]])/gu, '$1')
      if (isJson(mended)) {
        it(`names the fault of ${name} once its commas are mended`, async () => {
          const { label } = v.parse(Labelled, JSON.parse(mended))
          const { refused } = await importText(name, mended)
          expect(refused[0]?.reason).toMatch(NAMED[label] ?? /no such label/u)
        })
      }
    }
  }
})
