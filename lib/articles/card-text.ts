import { asc, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { bylines } from '@/db/schema/articles'
import type { ArticleRow } from './article-record'

/** All that an article's cards say of it (article-cards.ts), as one text: when that is the same, so are they. */
export async function cardText(tx: Transaction, row: ArticleRow): Promise<string> {
  const authors = await tx
    .select({ id: bylines.authorId })
    .from(bylines)
    .where(eq(bylines.articleId, row.id))
    .orderBy(asc(bylines.position))
  const { slug, kind, kicker, headline, standfirst, language, direction, publishedAt, sectionId } = row
  const { leadImageId, leadImageAlt, leadImageCaption, leadImageCredit } = row
  return JSON.stringify([
    ...[slug, kind, kicker, headline, standfirst, language, direction, publishedAt, sectionId],
    ...[leadImageId, leadImageAlt, leadImageCaption, leadImageCredit, authors],
  ])
}
