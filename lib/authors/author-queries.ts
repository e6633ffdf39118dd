import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, bylines, tags } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import type { ArticleCard } from '../articles/article'
import { countArticles, findCards, findImages } from '../articles/article-cards'
import { isPublic } from '../articles/article-policy'
import { listPage } from '../list-page'
import { oncePerRendering, reads } from '../serving/render-scope'
import type { Author } from './author'

export type AuthorPage = { author: Author; cards: ArticleCard[]; page: number; pages: number; total: number }

/**
 * An author and their public articles, newest first; null when there is nobody of that handle. Whom only the byline of
 * an article has named, nobody knows before that article is public: a name can be the news.
 */
export const getAuthorPage = oncePerRendering(async (handle: string, page: number): Promise<AuthorPage | null> => {
  reads(`author:${handle}`)
  const [row] = await database().select().from(authors).where(eq(authors.handle, handle)).limit(1)
  if (!row) return null
  const written = database().select({ id: bylines.articleId }).from(bylines).where(eq(bylines.authorId, row.id))
  const condition = and(isPublic(new Date()), inArray(articles.id, written)) as SQL
  const list = await listPage(
    page,
    () => countArticles(condition),
    (range) => findCards(condition, range),
  )
  const { id, name, title, bio } = row
  if (list.total === 0 && !isIntroduced(row)) return null
  const images = await findImages(row.portraitId ? [row.portraitId] : [])
  const portrait = images.get(row.portraitId ?? 0) ?? null
  return { author: { id, handle, name, title, bio, beats: await findBeats(row.beats), portrait }, ...list }
})

/** The newsroom itself has said who this is. */
function isIntroduced({ title, bio, portraitId, personId, beats }: typeof authors.$inferSelect): boolean {
  return title !== '' || bio !== '' || portraitId !== null || personId !== null || beats.length > 0
}

async function findBeats(slugs: string[]): Promise<Author['beats']> {
  if (slugs.length === 0) return []
  const rows = await database().select({ slug: tags.slug, name: tags.name }).from(tags).where(inArray(tags.slug, slugs))
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? [])
}
