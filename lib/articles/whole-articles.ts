import { asc, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, articleTags, tags } from '@/db/schema/articles'
import { readsOf, rememberedById } from '../serving/remembered'
import { reads } from '../serving/render-scope'
import type { Article, TagLink } from './article'
import type { ArticleBody } from './article-body'
import { cardsById, findImageRows, imagesIn } from './article-cards'
import { mediaIn } from './body-text'
import { findCorrectionsOf, shownCorrections } from './correction-queries'

/** As many as the newest pages and every feed hold between two changes. */
const REMEMBERED = 300

/** Whole articles by id; whether readers may have them is asked before. */
const articlesById = rememberedById('articles', REMEMBERED, async (ids): Promise<Map<number, () => Article>> => {
  const { id, dateline, contributors, keyPoints, body, words, comments, commentsCloseAt } = articles
  const { updatedAt, seoTitle, seoDescription, socialHeadline } = articles
  const [cards, rows, tagsOf, correctionsOf] = await Promise.all([
    cardsById(ids),
    database()
      .select({
        ...{ id, dateline, contributors, keyPoints, body, words, comments, commentsCloseAt },
        ...{ updatedAt, seoTitle, seoDescription, socialHeadline },
      })
      .from(articles)
      .where(inArray(articles.id, ids)),
    findTags(ids),
    findCorrectionsOf(ids),
  ])
  const images = await findImageRows([...new Set(rows.flatMap(({ body }) => mediaIn(body as ArticleBody)))])
  const makers = new Map<number, () => Article>()
  for (const row of rows) {
    const card = cards.get(row.id)
    if (!card) continue
    makers.set(row.id, () => {
      readsOf(card)
      reads(`article:${row.id}`)
      const body = row.body as ArticleBody
      const corrections = shownCorrections(correctionsOf.get(row.id) ?? [])
      return {
        ...card,
        ...row,
        body,
        tags: tagsOf.get(row.id) ?? [],
        corrections,
        images: imagesIn(mediaIn(body), images),
      }
    })
  }
  return makers
})

/** Articles that readers may have, whole, in the order of the ids. What is made of one of them alone may be kept with it. */
export async function wholeArticles(ids: number[]): Promise<Article[]> {
  const found = await articlesById(ids)
  return ids.flatMap((id) => found.get(id) ?? [])
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
