/**
 * Does the same with each of many, a few at a time.
 *
 * @param atOnce how many are under way together
 * @returns what came of each, in their order
 * @throws what the first that fails throws; what is under way goes on
 */
export async function eachAtOnce<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const left = items.entries()
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item, index)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
