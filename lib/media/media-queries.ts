import { and, eq, exists, or, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleMedia, articles } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { authors } from '@/db/schema/people'
import { isPublic } from '../articles/article-policy'

/**
 * The picture that everyone may see under this id and name, or null: one that an article shows which everyone may read,
 * or an author's portrait.
 */
export async function getPublicMedia(id: number, name: string): Promise<{ hash: string } | null> {
  const shown = database()
    .select({ one: sql`1` })
    .from(articleMedia)
    .innerJoin(articles, eq(articles.id, articleMedia.articleId))
    .where(and(eq(articleMedia.mediaId, media.id), isPublic(new Date())))
  const portrait = database().select({ one: sql`1` }).from(authors).where(eq(authors.portraitId, media.id))
  const [row] = await database()
    .select({ hash: media.hash })
    .from(media)
    .where(and(eq(media.id, id), eq(media.name, name), or(exists(shown), exists(portrait))))
  return row ?? null
}
