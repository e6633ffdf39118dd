/**
 * Where a page says which pages its browser may fetch before they are asked for (Speculation Rules, `Speculation-Rules`
 * header). The rules lie in `public/reader/next-page.speculationrules`.
 */
const RULES = ['speculation-rules', '"/reader/next-page.speculationrules"']
const NONE: string[] = []

/** Lists below which the address has a second part, as articles have. */
const LISTS = new Set(['archive', 'author', 'tag'])

/**
 * The header, for pages that readers go on from: fronts and lists. An article is mostly read and left; it is not worth
 * the bytes on what is sent the most.
 */
export function speculationHeader(address: string, status: number, type: string): string[] {
  if (status !== 200 || !type.startsWith('text/html')) return NONE
  const [first = '', ...more] = (address.split('?', 1)[0] as string).slice(1).split('/')
  return more.length === 0 || LISTS.has(first) ? RULES : NONE
}
