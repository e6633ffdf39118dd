import { eq } from 'drizzle-orm'
import { closeDatabase, database, openDatabase, type Transaction } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { replaceBylines, replaceTags } from '../articles/article-record'
import { indexArticle } from '../search/search-index'
import { readSearch, type SearchParameters } from '../search/search-input'
import { searchArticles } from '../search/search-queries'
import { write } from '../write'

/** What the search part of `npm run bench` does with a newsroom's own functions; the rest of the bench is no TypeScript. */

export type MadeArticle = {
  headline: string
  standfirst: string
  paragraphs: string[]
  tags: string[]
  bylines: string[]
  language: string
  publishedAt: number
}

/** How many articles reach the disk together. */
const BATCH = 100

/** Opens a newsroom's database beside the server that it belongs to. */
export function openNewsroom(file: string): { close: () => Promise<void> } {
  openDatabase(file)
  return { close: closeDatabase }
}

/** Publishes made-up articles, in every section in turn, and indexes them as publishing does. */
export async function addArticles(made: MadeArticle[]): Promise<void> {
  const places = await database().select({ id: sections.id }).from(sections)
  const [admin] = await database().select({ id: people.id }).from(people).where(eq(people.role, 'admin')).limit(1)
  for (let from = 0; from < made.length; from += BATCH) {
    await write(async (tx) => {
      for (const [index, article] of made.slice(from, from + BATCH).entries()) {
        const number = from + index
        const sectionId = (places[number % places.length] as { id: number }).id
        await addArticle(tx, article, { sectionId, number, begunBy: admin?.id ?? null })
      }
    })
  }
}

type Place = { sectionId: number; number: number; begunBy: number | null }

async function addArticle(tx: Transaction, made: MadeArticle, { number, ...place }: Place): Promise<void> {
  const content = made.paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  const { headline, standfirst, language } = made
  const publishedAt = new Date(made.publishedAt)
  const [row] = await tx
    .insert(articles)
    .values({
      ...{ headline, standfirst, language, publishedAt, savedAt: publishedAt, ...place },
      state: 'published',
      slug: `searched-${number}`,
      body: { type: 'doc', content },
      words: made.paragraphs.join(' ').split(' ').length,
    })
    .returning({ id: articles.id })
  const { id } = row as { id: number }
  await replaceBylines(tx, id, made.bylines)
  await replaceTags(tx, id, made.tags)
  await indexArticle(tx, id)
}

/** Searches once, as the page and the interface for programs do. @returns what it took, in milliseconds, and found */
export async function search(parameters: SearchParameters): Promise<{ wall: number; cpu: number; total: number }> {
  const asked = readSearch(parameters)
  const [began, before] = [performance.now(), process.cpuUsage()]
  const { total } = await searchArticles(asked)
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - began, cpu: (user + system) / 1000, total }
}
