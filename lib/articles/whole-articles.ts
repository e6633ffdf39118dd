import { asc, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, tags } from '@/db/schema/articles'
import type { Article, ArticleCard, Image, TagLink } from './article'
import type { ArticleBody } from './article-body'
import { findImages } from './article-cards'
import { mediaIn } from './body-text'
import { findCorrectionsOf } from './correction-queries'

/** Articles that were found as cards, whole, in the same order. */
export async function wholeArticles(cards: ArticleCard[]): Promise<Article[]> {
  if (cards.length === 0) return []
  const ids = cards.map(({ id }) => id)
  const { id, dateline, contributors, keyPoints, body, words, comments, commentsCloseAt } = articles
  const { seoTitle, seoDescription, socialHeadline } = articles
  const [rows, tagsOf, correctionsOf] = await Promise.all([
    database()
      .select({
        ...{ id, dateline, contributors, keyPoints, body, words, comments, commentsCloseAt },
        ...{ seoTitle, seoDescription, socialHeadline },
      })
      .from(articles)
      .where(inArray(articles.id, ids)),
    findTags(ids),
    findCorrectionsOf(ids),
  ])
  const images = await findImages([...new Set(rows.flatMap(({ body }) => mediaIn(body as ArticleBody)))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return cards.flatMap((card) => {
    const row = byId.get(card.id)
    if (!row) return []
    const body = row.body as ArticleBody
    const own = { tags: tagsOf.get(card.id) ?? [], corrections: correctionsOf.get(card.id) ?? [] }
    return [{ ...card, ...row, body, ...own, images: imagesIn(body, images) }]
  })
}

function imagesIn(body: ArticleBody, images: Map<number, Image>): Map<number, Image> {
  return new Map(
    mediaIn(body).flatMap((id) => {
      const image = images.get(id)
      return image ? [[id, image]] : []
    }),
  )
}

async function findTags(articleIds: number[]): Promise<Map<number, TagLink[]>> {
  const rows = await database()
    .select({ articleId: articleTags.articleId, slug: tags.slug, spelling: articleTags.spelling })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(inArray(articleTags.articleId, articleIds))
    .orderBy(asc(articleTags.position))
  const found = new Map<number, TagLink[]>()
  for (const { articleId, slug, spelling } of rows) {
    const known = found.get(articleId)
    if (known) known.push({ slug, spelling })
    else found.set(articleId, [{ slug, spelling }])
  }
  return found
}
