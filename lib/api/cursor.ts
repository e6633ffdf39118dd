/** The place in a list after which to go on, opaque to whoever carries it. */

/** The place after an article: newest first, and among those of one moment by their id. */
export type ArticlePlace = { publishedAt: Date; id: number }

export function writeArticleCursor({ publishedAt, id }: ArticlePlace): string {
  return encode(`${publishedAt.getTime()}.${id}`)
}

/** @returns null when it is none that this API has given */
export function readArticleCursor(cursor: string): ArticlePlace | null {
  const [, at, id] = /^(-?\d{1,15})\.([1-9]\d{0,14})$/.exec(decode(cursor)) ?? []
  return at && id ? { publishedAt: new Date(Number(at)), id: Number(id) } : null
}

/** The place in what a search found: how many lie before it, and when the search began. */
export type SearchPlace = { asOf: Date; offset: number }

export function writeSearchCursor({ asOf, offset }: SearchPlace): string {
  return encode(`~${asOf.getTime()}.${offset}`)
}

/** @returns null when it is none that this API has given */
export function readSearchCursor(cursor: string): SearchPlace | null {
  const [, at, offset] = /^~(\d{1,15})\.([1-9]\d{0,8})$/.exec(decode(cursor)) ?? []
  return at && offset ? { asOf: new Date(Number(at)), offset: Number(offset) } : null
}

/** The place after a name in a list that is sorted by it. */
export function writeNameCursor(name: string): string {
  return encode(`-${name}`)
}

/** @returns null when it is none that this API has given */
export function readNameCursor(cursor: string): string | null {
  const text = decode(cursor)
  return /^-.{1,300}$/su.test(text) ? text.slice(1) : null
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url')
}

/** The text of a cursor; nothing when it is spelled as none is written, so that there is one spelling of each place. */
function decode(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString()
  return encode(text) === cursor ? text : ''
}
