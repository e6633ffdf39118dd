import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, oldSlugs, relatedArticles, sections, tags } from '@/db/schema/articles'
import { type ListPage, listPage } from '../list-page'
import { oncePerRendering, reads } from '../serving/render-scope'
import type { Article, ArticleAtAddress, ArticleCard } from './article'
import { countArticles, findCards, findCardsInOrder, findIds } from './article-cards'
import { isKilled, isPublic } from './article-policy'
import { wholeArticles } from './whole-articles'

/** How many articles are offered after one. */
const RELATED = 4

/**
 * What readers find at `/{section}/{slug}`: the article, where it went, the notice of one that was withdrawn, or nothing.
 * Whatever is not public is nothing, whether it exists or not.
 */
export async function getArticleAt(section: string, slug: string): Promise<ArticleAtAddress> {
  const found = await getArticleBySlug(slug)
  return found.is === 'article' && found.article.section.slug !== section ? movedTo(found.article) : found
}

/** The same for a slug alone, which is one article's in the whole paper. */
export const getArticleBySlug = oncePerRendering(async (slug: string): Promise<ArticleAtAddress> => {
  reads(`slug:${slug}`)
  const article = await findArticle(and(eq(articles.slug, slug), isPublic(new Date())) as SQL)
  if (article) return { is: 'article', article }
  return (await findKilled(slug)) ?? (await findMoved(slug)) ?? { is: 'nothing' }
})

/** The articles to read after one: picked by an editor first, then by likeness. */
export async function getRelated(articleId: number): Promise<ArticleCard[]> {
  reads(`related:${articleId}`)
  const rows = await database()
    .select({ id: relatedArticles.relatedId })
    .from(relatedArticles)
    .where(eq(relatedArticles.articleId, articleId))
    // 'picked' sorts after 'likeness'; picks count up from their place, likeness counts down from its score.
    .orderBy(desc(relatedArticles.source), asc(relatedArticles.rank))
  const ids = rows.map((row) => row.id).filter((id) => id !== articleId)
  for (const id of ids) reads(`card:${id}`)
  return (await findCardsInOrder(ids, isPublic(new Date()))).slice(0, RELATED)
}

export type TagPage = {
  tag: { slug: string; name: string; description: string }
  cards: ArticleCard[]
  page: number
  pages: number
  total: number
}

/** The articles with a tag, newest first; null when there is no such tag or nobody may read anything with it. */
export const getTagPage = oncePerRendering(async (slug: string, page: number): Promise<TagPage | null> => {
  reads(`tag:${slug}`)
  const [tag] = await database().select().from(tags).where(eq(tags.slug, slug)).limit(1)
  if (!tag) return null
  const condition = and(isPublic(new Date()), hasTag(tag.id)) as SQL
  const list = await listPage(
    page,
    () => countArticles(condition),
    (range) => findCards(condition, range),
  )
  if (list.total === 0) return null
  return { tag: { slug: tag.slug, name: tag.name, description: tag.description }, ...list }
})

/** Everything that is public, newest first, a page at a time. */
export const getLatestPage = oncePerRendering(async (page: number): Promise<ListPage<ArticleCard>> => {
  reads('latest')
  const condition = isPublic(new Date())
  return listPage(
    page,
    () => countArticles(condition),
    (range) => findCards(condition, range),
  )
})

/** The newest public articles. */
export async function getLatest(limit: number): Promise<ArticleCard[]> {
  reads('latest')
  return findCards(isPublic(new Date()), { limit })
}

function hasTag(tagId: number): SQL {
  const tagged = database().select({ id: articleTags.articleId }).from(articleTags).where(eq(articleTags.tagId, tagId))
  return inArray(articles.id, tagged)
}

async function findArticle(condition: SQL): Promise<Article | null> {
  const [article] = await wholeArticles(await findIds(condition, { limit: 1 }))
  return article ?? null
}

async function findKilled(slug: string): Promise<ArticleAtAddress | null> {
  const [row] = await database()
    .select({
      id: articles.id,
      headline: articles.headline,
      notice: articles.killNotice,
      killedAt: articles.killedAt,
      section: { slug: sections.slug, name: sections.name, kind: sections.kind },
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(articles.slug, slug), isKilled()))
  if (!row?.killedAt) return null
  reads(`article:${row.id}`)
  return { is: 'killed', article: { ...row, killedAt: row.killedAt } }
}

async function findMoved(slug: string): Promise<ArticleAtAddress | null> {
  const [row] = await database()
    .select({ id: articles.id, slug: articles.slug, section: { slug: sections.slug } })
    .from(oldSlugs)
    .innerJoin(articles, eq(articles.id, oldSlugs.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(oldSlugs.slug, slug), isPublic(new Date())))
  if (!row) return null
  reads(`article:${row.id}`, `slug:${row.slug}`)
  return movedTo(row)
}

function movedTo({ section, slug }: { section: { slug: string }; slug: string }): ArticleAtAddress {
  return { is: 'moved', section: section.slug, slug }
}

/** An article as a card, while readers may read it. */
export async function getPublicCard(id: number): Promise<ArticleCard | null> {
  const [card] = await findCardsInOrder([id], isPublic(new Date()))
  return card ?? null
}
