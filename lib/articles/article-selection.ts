import { and, eq, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, bylines, sections, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { reads } from '../serving/render-scope'
import type { ChangeKey } from '../write'
import type { ArticleCard } from './article'
import { findCards } from './article-cards'
import { isPublic } from './article-policy'

/** Which articles; what is absent restricts nothing. */
export type ArticleFilter = {
  section?: string
  tag?: string
  author?: string
  /** BCP 47, in any case; takes in its regional forms. */
  language?: string
  /** Published at or after. */
  since?: Date
  /** Published before. */
  until?: Date
}

type Place = { publishedAt: Date; id: number }

/**
 * The public articles that a filter lets through, newest first, from a place on. A place is an article's own, so that what
 * is published meanwhile neither repeats nor hides any.
 *
 * @returns at most `limit` of them, and whether there are more
 */
export async function getSelection(
  filter: ArticleFilter,
  { limit, after }: { limit: number; after?: Place },
): Promise<{ cards: ArticleCard[]; hasMore: boolean }> {
  reads(...keysOf(filter))
  const condition = and(isPublic(new Date()), ...conditionsOf(filter), after && isAfter(after)) as SQL
  const found = await findCards(condition, { limit: limit + 1 })
  return { cards: found.slice(0, limit), hasMore: found.length > limit }
}

/** An article that joins or leaves a selection changes a list that it is selected by. */
function keysOf({ section, tag, author, language }: ArticleFilter): ChangeKey[] {
  const keys: ChangeKey[] = []
  if (section) keys.push(`section:${section}`)
  if (tag) keys.push(`tag:${tag}`)
  if (author) keys.push(`author:${author}`)
  if (language) keys.push(`language:${language.toLowerCase()}`)
  return keys.length > 0 ? keys : ['latest']
}

function conditionsOf({ section, tag, author, language, since, until }: ArticleFilter): (SQL | undefined)[] {
  return [
    section === undefined ? undefined : inArray(articles.sectionId, idOfSection(section)),
    tag === undefined ? undefined : inArray(articles.id, idsTagged(tag)),
    author === undefined ? undefined : inArray(articles.id, idsBy(author)),
    language === undefined ? undefined : isIn(language),
    since && gte(articles.publishedAt, since),
    until && lt(articles.publishedAt, until),
  ]
}

function idOfSection(slug: string) {
  return database().select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
}

function idsTagged(slug: string) {
  return database()
    .select({ id: articleTags.articleId })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(tags.slug, slug))
}

function idsBy(handle: string) {
  return database()
    .select({ id: bylines.articleId })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(authors.handle, handle))
}

/** `like` without a wildcard of its own compares letters in any case; a language's name holds none. */
function isIn(language: string): SQL {
  return or(like(articles.language, language), like(articles.language, `${language}-%`)) as SQL
}

function isAfter({ publishedAt, id }: Place): SQL {
  const sameMoment = and(eq(articles.publishedAt, publishedAt), lt(articles.id, id))
  return or(lt(articles.publishedAt, publishedAt), sameMoment) as SQL
}
