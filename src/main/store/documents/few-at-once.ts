/**
 * So many files are read at once: each is taken apart when it is there, and fifty that arrive together
 * would keep main from everything else until the last is done.
 */
const FEW = 4

/** Begin a few of these at a time; answers what they answer, in their order. */
export async function fewAtOnce<Value>(all: readonly (() => Promise<Value>)[]): Promise<readonly Value[]> {
  const values: Value[] = []
  for (let from = 0; from < all.length; from += FEW) {
    values.push(...(await Promise.all(all.slice(from, from + FEW).map((begin) => begin()))))
  }
  return values
}
