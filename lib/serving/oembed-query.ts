import { RENDITION_WIDTHS } from '../media/rendition-address'

/** The path of an article: a section and a name. */
const ARTICLE = /^\/[^/]+\/[^/]+$/

/**
 * The parameters of an oEmbed address that mean something, in one spelling and order: the embedded address without what
 * is no part of an article's, a format that is not the usual one, and the room for a picture as one of few widths. What a
 * stranger makes up is answered 404 under whatever name, and those answers have a small room of their own.
 *
 * @param canonicalPath gives a path its one spelling; null when it has none
 */
export function canonicalOEmbed(
  given: URLSearchParams,
  canonicalPath: (path: string) => string | null,
): URLSearchParams {
  const kept = new URLSearchParams()
  const address = canonicalAddress(given.get('url') ?? '', canonicalPath)
  if (address) kept.set('url', address)
  const format = given.get('format')
  if (format && format !== 'json') kept.set('format', format === 'xml' ? 'xml' : 'unknown')
  for (const name of ['maxwidth', 'maxheight']) {
    const pixels = given.get(name)
    const room = pixels && /^\d{1,6}$/.test(pixels) ? roundDown(Number(pixels)) : null
    if (room !== null) kept.set(name, String(room))
  }
  return kept
}

function canonicalAddress(address: string, canonicalPath: (path: string) => string | null): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  const path = canonicalPath(pathname)
  return path && ARTICLE.test(path) ? origin + path : null
}

/** The widest that a picture is made in and that fits; nothing when none does, and no limit when all do. */
function roundDown(pixels: number): number | null {
  const fitting = RENDITION_WIDTHS.findLast((width) => width <= pixels) ?? 0
  return fitting === RENDITION_WIDTHS.at(-1) ? null : fitting
}
