/** Do `action` with each of `items`, `limit` of them at a time. The first failure ends it. */
export async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  action: (item: Item) => Promise<void>
): Promise<void> {
  const waiting = items.values()
  const work = async (): Promise<void> => {
    for (const item of waiting) await action(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work))
}
