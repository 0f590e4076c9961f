/** Code units that are looked up together: fewer occur everywhere, more are torn by every edit. */
export const GRAM = 6

/**
 * Where every row of `GRAM` code units stands in a text, so that a quote is found without reading the
 * text again (q-gram index; G. Navarro, "A guided tour to approximate string matching", ACM Computing
 * Surveys 33, 2001, section 8.3). Rows share a bucket by their hash and are compared when looked up.
 */
export class GramIndex {
  readonly #units: string
  readonly #mask: number
  /** For each bucket, where its places begin in `#places`; one more for the end. */
  readonly #begins: Uint32Array
  readonly #places: Uint32Array

  constructor(units: string) {
    this.#units = units
    const count = Math.max(0, units.length - GRAM + 1)
    const size = 1 << Math.max(8, Math.ceil(Math.log2(count + 1)))
    this.#mask = size - 1
    this.#begins = new Uint32Array(size + 1)
    this.#places = new Uint32Array(count)
    const buckets = new Uint32Array(count)
    for (let at = 0; at < count; at += 1) {
      const bucket = this.#bucketAt(units, at)
      buckets[at] = bucket
      this.#begins[bucket + 1] = (this.#begins[bucket + 1] ?? 0) + 1
    }
    for (let bucket = 0; bucket < size; bucket += 1) {
      this.#begins[bucket + 1] = (this.#begins[bucket + 1] ?? 0) + (this.#begins[bucket] ?? 0)
    }
    const next = this.#begins.slice(0, size)
    for (let at = 0; at < count; at += 1) {
      const bucket = buckets[at] ?? 0
      const slot = next[bucket] ?? 0
      this.#places[slot] = at
      next[bucket] = slot + 1
    }
  }

  /** Where the row that stands at `at` in `pattern` may stand in the text, in order; a few are others of its bucket. */
  placesOf(pattern: string, at: number): Uint32Array {
    const bucket = this.#bucketAt(pattern, at)
    return this.#places.subarray(this.#begins[bucket], this.#begins[bucket + 1])
  }

  /** Every place where `pattern` stands, overlapping ones included, in order; at most the first `most`. */
  occurrencesOf(pattern: string, most: number): readonly number[] {
    if (pattern.length < GRAM) return scan(this.#units, pattern, most)
    const { at, places } = this.#rarest(pattern)
    const found: number[] = []
    for (let index = 0; index < places.length && found.length < most; index += 1) {
      const start = (places[index] ?? 0) - at
      if (start >= 0 && this.#units.startsWith(pattern, start)) found.push(start)
    }
    return found
  }

  #rarest(pattern: string): { readonly at: number; readonly places: Uint32Array } {
    let rarest = { at: 0, places: this.placesOf(pattern, 0) }
    for (let at = GRAM; at + GRAM <= pattern.length && rarest.places.length > 1; at += GRAM) {
      const places = this.placesOf(pattern, at)
      if (places.length < rarest.places.length) rarest = { at, places }
    }
    return rarest
  }

  /** FNV-1a over code units (G. Fowler, L. C. Noll, K.-P. Vo), its high half folded in. */
  #bucketAt(text: string, at: number): number {
    let hash = 0x811c9dc5
    for (let offset = 0; offset < GRAM; offset += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at + offset), 0x01000193)
    }
    return (hash ^ (hash >>> 15)) & this.#mask
  }
}

function scan(text: string, pattern: string, most: number): readonly number[] {
  const found: number[] = []
  if (pattern === '') return found
  for (let at = text.indexOf(pattern); at !== -1 && found.length < most; at = text.indexOf(pattern, at + 1)) {
    found.push(at)
  }
  return found
}
