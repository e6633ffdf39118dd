import { canonicalView } from '../comments/comment-view'
import { canonicalSearch, canonicalText } from '../search/search-input'
import { canonicalOEmbed } from './oembed-query'

/**
 * The canonical form of an address: what a page is kept under, and what every other spelling is sent to. A stranger's
 * spelling or parameters never become a key.
 */
export type Reading =
  | { is: 'page'; address: string; path: string }
  | { is: 'elsewhere'; address: string }
  | { is: 'unreadable' }

/** Parameters that mean something, by the shape of the path. Every other parameter is ignored. */
const PARAMETERS: { shape: RegExp; names: readonly string[] }[] = [
  // A name with a point in it is a file for machines, never a list.
  { shape: /^\/(?:tag\/|author\/|commenter\/)?[^/.]+$/, names: ['page'] },
  {
    shape: /^\/api\/v1\/articles$/,
    names: ['section', 'tag', 'author', 'language', 'since', 'until', 'limit', 'cursor'],
  },
  { shape: /^\/api\/v1\/(?:tags|authors)$/, names: ['limit', 'cursor'] },
  { shape: /^\/api\/v1\/search$/, names: ['q', 'section', 'author', 'from', 'to', 'sort', 'limit', 'cursor'] },
  { shape: /^\/archive\/\d{4}\/\d\d\/\d\d$/, names: ['page'] },
]

/** Two parts, of which the first is no list's: an article. A name with a point in it is a file. */
const ARTICLE =
  /^\/(?!(?:tag|author|commenter|archive|api|sitemaps|media|reader|comments|account|dashboard)\/)[^/.]+\/[^/.]+$/

const PAGE_NUMBER = /^[1-9]\d{0,5}$/
const LONGEST = 2048

/** A search is as long as what was typed, which is cut, not refused. */
const SEARCH = /^\/(?:api\/v1\/)?search\/?(?=\?)/i
const LONGEST_SEARCH = 120_000

/** What the parameters of an address come to at most, percent-encoded and with what was typed already cut. */
const LONGEST_QUERY = 8192

/**
 * Reads the target of a GET or HEAD request (RFC 9112 §3.2).
 *
 * @param target as it came: a path with an optional query, or an absolute address
 * @returns the page's canonical address, where to send a reader who spelled it otherwise, or that it cannot be read
 */
export function readAddress(target: string): Reading {
  if (target.length > (SEARCH.test(target) ? LONGEST_SEARCH : LONGEST)) return { is: 'unreadable' }
  const [rawPath = '', rawQuery = ''] = splitOnce(withoutOrigin(target).split('#', 1)[0] ?? '', '?')
  const path = canonicalPath(rawPath)
  if (path === null) return { is: 'unreadable' }
  const query = canonicalQuery(path, rawQuery)
  if (query.length > LONGEST_QUERY) return { is: 'unreadable' }
  if (path !== rawPath) {
    if (sameDecoded(path, rawPath)) return { is: 'page', address: path + query, path }
    return { is: 'elsewhere', address: path + query }
  }
  return { is: 'page', address: path + query, path }
}

/** A path with one slash between parts, none at the end, in lower case, each part percent-encoded once; null if it cannot be. */
function canonicalPath(raw: string): string | null {
  if (!raw.startsWith('/')) return null
  const parts: string[] = []
  for (const part of raw.split('/')) {
    if (part === '') continue
    const decoded = decode(part)
    if (decoded === null || decoded === '.' || decoded === '..') return null
    parts.push(encodeURIComponent(decoded.normalize('NFC').toLowerCase()))
  }
  return `/${parts.join('/')}`
}

function canonicalQuery(path: string, raw: string): string {
  if (raw === '') return ''
  const given = new URLSearchParams(raw)
  if (path === '/oembed') return asQuery(canonicalOEmbed(given, canonicalPath).toString())
  if (path === '/search') return asQuery(canonicalSearch((name) => given.get(name)))
  if (ARTICLE.test(path)) return canonicalView((name) => given.get(name))
  const names = PARAMETERS.find(({ shape }) => shape.test(path))?.names ?? []
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = name === 'q' ? canonicalText(given.get(name) ?? '') : given.get(name)
    if (value && isTelling(name, value)) kept.set(name, value)
  }
  return asQuery(kept.toString())
}

function asQuery(parameters: string): string {
  return parameters && `?${parameters}`
}

function isTelling(name: string, value: string): boolean {
  return name !== 'page' || (PAGE_NUMBER.test(value) && value !== '1')
}

/** Percent-encodings differ in spelling without differing in meaning: `%d9` and `%D9`, `'` and `%27`. */
function sameDecoded(left: string, right: string): boolean {
  return left.split('/').map(decode).join('/') === right.split('/').map(decode).join('/')
}

function decode(part: string): string | null {
  try {
    const decoded = decodeURIComponent(part)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u001f\u007f\\]/.test(decoded) ? null : decoded
  } catch {
    return null
  }
}

function withoutOrigin(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*/i, '') || '/'
}

function splitOnce(text: string, at: string): string[] {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
