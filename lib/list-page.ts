/** How many articles a page of a list holds. */
export const PAGE_SIZE = 20

export type ListPage<Item> = { cards: Item[]; page: number; pages: number; total: number }

/**
 * One page of a list, its number kept as asked even when it lies past the end: whoever draws it decides what to say.
 *
 * @param page from 1
 * @param count how many there are
 * @param find those from `offset` on, of `total`
 * @param size how many a page holds
 */
export async function listPage<Item>(
  page: number,
  count: () => Promise<number>,
  find: (range: { limit: number; offset: number; total: number }) => Promise<Item[]>,
  size = PAGE_SIZE,
): Promise<ListPage<Item>> {
  const total = await count()
  const pages = Math.max(1, Math.ceil(total / size))
  const cards = page > pages ? [] : await find({ limit: size, offset: (page - 1) * size, total })
  return { cards, page, pages, total }
}

/** The page that a parameter asks for; whatever is no number of a page is the first. */
export function pageNumber(parameter: string | string[] | undefined): number {
  return typeof parameter === 'string' && /^[1-9]\d{0,5}$/.test(parameter) ? Number(parameter) : 1
}

/** A list's title, with the page's number from the second on. */
export function pageTitle(title: string, { page, pages }: { page: number; pages: number }): string {
  return page > 1 ? `${title}, page ${page} of ${pages}` : title
}

/** A page of a list with how much the whole holds; with `isMore`, there is more than was counted. */
export type Counted = Pick<ListPage<unknown>, 'page' | 'pages' | 'total'> & { isMore?: boolean }

/** “1,240 articles, page 2 of 62”, “More than 2,000 results” */
export function countWords(
  { page, pages, total, isMore = false }: Counted,
  [one, many]: [string, string] = ['article', 'articles'],
): string {
  const count = `${isMore ? 'More than ' : ''}${total.toLocaleString('en-GB')} ${total === 1 ? one : many}`
  return page > 1 ? `${count}, page ${page} of ${pages}` : count
}

/** The pages that are linked: the first, the last, and those around where the reader is; null where some are left out. */
export function pageWindow(page: number, pages: number): (number | null)[] {
  const near = [page - 1, page, page + 1].filter((number) => number > 1 && number < pages)
  const shown = [...new Set([1, ...near, pages])]
  return shown.flatMap((number, index) => {
    const before = shown[index - 1]
    if (before === undefined || number - before === 1) return [number]
    return number - before === 2 ? [number - 1, number] : [null, number]
  })
}
