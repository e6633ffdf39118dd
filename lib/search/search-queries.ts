import { and, eq, gte, inArray, lt, lte, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines, sections } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import type { ArticleCard } from '../articles/article'
import type { ArticleBody } from '../articles/article-body'
import { findCardsInOrder } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { plainText } from '../articles/body-text'
import { nextMidnight, zonedToDate } from '../dates'
import { PAGE_SIZE } from '../list-page'
import { reads } from '../serving/render-scope'
import { getSite } from '../site/site-queries'
import { markCommon } from './common-words-sql'
import { type Corrected, correct, widen } from './did-you-mean'
import { findAuthors, type SearchAuthor } from './search-authors-sql'
import type { Search } from './search-input'
import { type Found, findMatches } from './search-ranking-sql'
import { countMatches } from './search-sql'
import { telling, type Unit, unitsOf } from './search-units'
import { FURTHEST, marked, type Piece, showsEnough, snippetOf } from './snippet'

export type SearchResult = { card: ArticleCard; headline: Piece[]; snippet: Piece[] }

export type SearchPage = {
  results: SearchResult[]
  page: number
  pages: number
  total: number
  /** There are more than `total`: nobody counted how many, and they are on no page. */
  isMore: boolean
  /**
   * What was searched for in place of what was typed, or besides it where that found little; `exactly` is the query that
   * searches for what was typed and nothing else.
   */
  correction: { is: 'instead' | 'besides'; words: string; exactly: string } | null
  /** Nothing was found, but would be without the filters. */
  isFilteredOut: boolean
}

const EMPTY: SearchPage = {
  results: [],
  page: 1,
  pages: 1,
  total: 0,
  isMore: false,
  correction: null,
  isFilteredOut: false,
}

/** Which of the articles found are wanted, and of what has been published by when; by now without one. */
export type SearchRange = { limit: number; offset: number; asOf?: Date }

/** A query that finds fewer articles than this may have been mistyped. */
const FEW = 3

/**
 * The public articles that have what was asked for, best or newest first.
 *
 * @param search from `readSearch`: any text is a search, and none is an error
 * @param range in the place of the page that the search names; whoever goes on `asOf` the moment at which they began
 *   finds the order that they began with
 */
export async function searchArticles(
  search: Search,
  range: SearchRange = { limit: PAGE_SIZE, offset: (search.page - 1) * PAGE_SIZE },
): Promise<SearchPage> {
  reads('search', 'latest')
  const now = new Date()
  const { asOf = now, limit, offset } = range
  const visible = isPublic(now)
  const filters = await filtersOf(search)
  if (asOf < now) filters.push(lte(articles.publishedAt, asOf))
  const condition = and(visible, ...filters) as SQL
  const order = { sort: search.sort, now: asOf, limit, offset }
  const find = (units: Unit[]) => findMatches(telling(units), condition, order)
  const typed = markCommon(unitsOf(search.query))
  if (typed.length === 0) return { ...EMPTY, page: search.page }
  const found = find(typed)
  const isFilteredOut = found.total === 0 && filters.length > 0 && countMatches(telling(typed), visible, 1) > 0
  const corrected = isFilteredOut || found.total >= FEW ? null : await correctedOf(typed, found, visible)
  const better = corrected && find(corrected.units)
  // A word that begins with what was typed was found already.
  if (!better || better.total <= found.total) return { ...(await pageOf(search, found, typed)), isFilteredOut }
  const is = found.total === 0 ? ('instead' as const) : ('besides' as const)
  const correction = { is, words: corrected.words, exactly: exactly(typed) }
  return { ...(await pageOf(search, better, corrected.units)), correction }
}

/** Who may be chosen to search the articles of: those with most public ones, by name; the chosen one is always there. */
export async function getSearchAuthors(chosen: string, most = 100): Promise<SearchAuthor[]> {
  reads('search', 'latest')
  const found = findAuthors(isPublic(new Date()), chosen, most)
  return found.sort((a, b) => a.name.localeCompare(b.name))
}

function correctedOf(typed: Unit[], found: Found, visible: SQL): Promise<Corrected | null> {
  return found.total === 0 ? correct(typed, visible) : widen(typed, visible)
}

/** The query that asks for what was typed, letter by letter. */
function exactly(typed: Unit[]): string {
  return typed.map((unit) => `"${unit.typed}"`).join(' ')
}

async function pageOf(search: Search, { ids, total, isMore }: Found, units: Unit[]): Promise<SearchPage> {
  const results = await resultsOf(ids, units)
  return { ...EMPTY, results, total, isMore, page: search.page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

async function resultsOf(ids: number[], units: Unit[]): Promise<SearchResult[]> {
  const cards = await findCardsInOrder(ids, isPublic(new Date()))
  const unshown = cards.filter(({ standfirst }) => !showsEnough(standfirst, units)).map(({ id }) => id)
  const bodies = await findTexts(unshown)
  return cards.map((card) => ({
    card,
    headline: marked(card.headline, units),
    snippet: snippetOf([card.standfirst, bodies.get(card.id) ?? ''], units),
  }))
}

/** The beginnings of articles’ texts: to read a body takes longer than to find it. */
async function findTexts(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database()
    .select({ id: articles.id, body: articles.body })
    .from(articles)
    .where(and(isPublic(new Date()), inArray(articles.id, ids)))
  return new Map(rows.map(({ id, body }) => [id, beginningOf(body as ArticleBody)]))
}

function beginningOf({ content }: ArticleBody): string {
  let text = ''
  for (const block of content) {
    if (text.length >= FURTHEST) break
    text += `${plainText(block)}\n\n`
  }
  return text
}

async function filtersOf({ section, author, from, to }: Search): Promise<SQL[]> {
  const filters: SQL[] = []
  if (section) filters.push(inArray(articles.sectionId, idOfSection(section)))
  if (author) filters.push(inArray(articles.id, articlesBy(author)))
  if (!from && !to) return filters
  const { zone } = await getSite()
  const start = from && zonedToDate(`${from}T00:00:00`, zone)
  const end = to && zonedToDate(`${to}T00:00:00`, zone)
  if (start) filters.push(gte(articles.publishedAt, start))
  if (end) filters.push(lt(articles.publishedAt, nextMidnight(end, zone)))
  return filters
}

const idOfSection = (slug: string) =>
  database().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))

const articlesBy = (handle: string) =>
  database()
    .select({ id: bylines.articleId })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(authors.handle, handle))
