import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles, articleTags, bylines, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { searchDocuments } from '@/db/schema/search'
import type { ArticleBody } from '../articles/article-body'
import { plainText } from '../articles/body-text'
import { changed, write } from '../write'
import { putIntoIndex, putSpellings, removeFromIndex } from './search-sql'
import { termsOf, wordsOf } from './search-terms'
import { spellingsOf } from './spelling'

/** Counts up whenever the rules of what is indexed change: whatever was indexed by older ones is indexed anew. */
const VERSION = 1

/** How long, in milliseconds, one look of the duty may go on indexing. */
const PATIENCE = 300
const BATCH = 10

/**
 * Brings an article's place in the search index up to what it says now. Called inside the transaction of whatever
 * changes its text, its tags, its bylines or its state; only what was published is in the index.
 */
export async function indexArticle(tx: Transaction, articleId: number): Promise<void> {
  const [row] = await tx
    .select({
      state: articles.state,
      headline: articles.headline,
      standfirst: articles.standfirst,
      body: articles.body,
    })
    .from(articles)
    .where(eq(articles.id, articleId))
  const known = await tx.select().from(searchDocuments).where(eq(searchDocuments.articleId, articleId))
  if (row?.state !== 'published') {
    if (known.length > 0) await forget(tx, articleId)
    return
  }
  const named = { tags: await tagsOf(tx, articleId), bylines: await bylinesOf(tx, articleId) }
  await putIntoIndex(tx, articleId, {
    headline: terms(row.headline),
    standfirst: terms(row.standfirst),
    body: terms(plainText(row.body as ArticleBody)),
    tags: terms(named.tags),
    bylines: terms(named.bylines),
  })
  putSpellings(tx, spellingsIn([row.headline, row.standfirst, named.tags, named.bylines].join('\n')))
  await tx
    .insert(searchDocuments)
    .values({ articleId, version: VERSION })
    .onConflictDoUpdate({ target: searchDocuments.articleId, set: { version: VERSION } })
  changed('search')
}

/** The duty that indexes what is published and is not in the index, or is there by older rules; then it has no more to do. */
export function indexMissing(): () => Promise<void> {
  let isDone = false
  return async () => {
    const began = Date.now()
    while (!isDone && Date.now() - began < PATIENCE) {
      const ids = await findMissing()
      isDone = ids.length === 0
      if (!isDone)
        await write(async (tx) => {
          for (const id of ids) await indexArticle(tx, id)
        })
    }
  }
}

async function findMissing(): Promise<number[]> {
  const rows = await database()
    .select({ id: articles.id })
    .from(articles)
    .leftJoin(searchDocuments, eq(searchDocuments.articleId, articles.id))
    .where(
      and(eq(articles.state, 'published'), or(isNull(searchDocuments.version), ne(searchDocuments.version, VERSION))),
    )
    .limit(BATCH)
  return rows.map(({ id }) => id)
}

async function forget(tx: Transaction, articleId: number): Promise<void> {
  removeFromIndex(tx, articleId)
  await tx.delete(searchDocuments).where(eq(searchDocuments.articleId, articleId))
  changed('search')
}

async function tagsOf(tx: Transaction, articleId: number): Promise<string> {
  const rows = await tx
    .select({ spelling: articleTags.spelling, name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(articleTags.articleId, articleId))
    .orderBy(asc(articleTags.position))
  return rows.map(({ spelling, name }) => (name === spelling ? name : `${spelling}\n${name}`)).join('\n')
}

async function bylinesOf(tx: Transaction, articleId: number): Promise<string> {
  const rows = await tx
    .select({ name: authors.name })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(bylines.articleId, articleId))
    .orderBy(asc(bylines.position))
  return rows.map(({ name }) => name).join('\n')
}

function terms(text: string): string {
  return termsOf(text)
    .map((term) => term.text)
    .join(' ')
}

function spellingsIn(text: string): [string, string][] {
  const words = new Set(wordsOf(text).map((word) => word.text))
  return [...words].flatMap((word) => spellingsOf(word))
}
