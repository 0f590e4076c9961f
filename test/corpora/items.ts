import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { corporaFolder } from '../../scripts/test/corpora-folder.mjs'

const Item = v.looseObject({
  path: v.string(),
  kind: v.string(),
  outcome: v.string(),
  lang: v.optional(v.string()),
  dir: v.optional(v.picklist(['ltr', 'rtl'])),
  encoding: v.optional(v.string()),
  title: v.optional(v.string()),
  date: v.optional(v.string()),
  ref: v.optional(v.string())
})

const Manifest = v.looseObject({ items: v.array(Item) })

/** One file of the corpora as their manifest describes it. */
export type Item = v.InferOutput<typeof Item>

/** The items of one area that must open, in the manifest's order. */
export function itemsToOpen(area: string): readonly Item[] {
  const { items } = v.parse(Manifest, JSON.parse(readFileSync(pathOf('manifest.json'), 'utf8')))
  return items.filter(({ path, outcome }) => path.startsWith(`${area}/`) && outcome === 'open')
}

/** Where a file of the corpora lies. */
export function pathOf(item: string): string {
  return join(corporaFolder(), item)
}

/** Where a file of the folder of seed briefings lies, which is beside the corpora. */
export function seedPath(name: string): string {
  return resolve(corporaFolder(), '..', 'seed', name)
}
