import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentOf } from '../../../src/main/store/fixtures/folders'
import { resealAll } from './reseal'

/** The name of a field that no program of today knows. */
const UNKNOWN = 'later'

/** Put an unknown field into every object of every document of a device; answers how many by path. */
export async function plantUnknownFields(root: string, device: string): Promise<ReadonlyMap<string, number>> {
  await resealAll(root, (document, path) => {
    const planted = withUnknown(document)
    return path.includes(device) && isObject(planted) ? planted : null
  })
  return unknownFields(root, device)
}

/** How many unknown fields are in each document of a device. */
export async function unknownFields(root: string, device: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const path of (await contentOf(root)).keys()) {
    if (!path.includes(device) || !path.endsWith('.json')) continue
    const text = await readFile(join(root, path), 'utf8')
    counts.set(path, text.split(`"${UNKNOWN}":`).length - 1)
  }
  return counts
}

/**
 * Version vectors are left out, since their keys are devices, and values, since they are replaced as a
 * whole: a part of an old reading position would be false beside a new one.
 */
function withUnknown(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withUnknown(item))
  if (!isObject(value) || WHOLE.has(name)) return value
  const fields = Object.entries(value).map(([key, inner]) => [key, withUnknown(inner, key)])
  return { ...Object.fromEntries(fields), [UNKNOWN]: { than: 'this program' } }
}

const WHOLE = new Set(['version', 'value'])

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
