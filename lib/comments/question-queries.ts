import { and, count, desc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { conversations } from '@/db/schema/comments'
import { isPublic } from '../articles/article-policy'
import { type ListPage, listPage } from '../list-page'
import { requireModerator } from '../moderation/moderation-policy'
import { withinSections } from '../moderation/within-sections'
import type { Viewer } from '../people/viewer'

/** An article with the question that its readers are asked above the composer; empty for none. */
export type AskedArticle = {
  id: number
  headline: string
  slug: string
  section: { slug: string; name: string }
  publishedAt: Date | null
  question: string
}

/**
 * Published articles in the sections that the viewer moderates, the latest first.
 *
 * @param isAsked those with a question alone
 * @throws {Refused} when the viewer moderates nowhere
 */
export async function listAskedArticles(
  viewer: Viewer,
  { isAsked, page }: { isAsked: boolean; page: number },
): Promise<ListPage<AskedArticle>> {
  requireModerator(viewer, 'ask readers questions')
  const wanted = and(within(viewer), isAsked ? ne(conversations.question, '') : sql`1`) as SQL
  return listPage(
    page,
    async () => {
      const [row] = await database()
        .select({ total: count() })
        .from(articles)
        .leftJoin(conversations, eq(conversations.articleId, articles.id))
        .where(wanted)
      return row?.total ?? 0
    },
    async ({ limit, offset }) =>
      (
        await select().where(wanted).orderBy(desc(articles.publishedAt), desc(articles.id)).limit(limit).offset(offset)
      ).map(toAsked),
  )
}

/** One of them; null when there is no such article there. @throws {Refused} */
export async function getAskedArticle(viewer: Viewer, id: number): Promise<AskedArticle | null> {
  requireModerator(viewer, 'ask readers questions')
  const [row] = await select().where(and(within(viewer), eq(articles.id, id)))
  return row ? toAsked(row) : null
}

function within(viewer: Viewer): SQL {
  return and(isPublic(new Date()), withinSections(viewer)) as SQL
}

function select() {
  const { id, headline, slug, publishedAt } = articles
  return database()
    .select({
      ...{ id, headline, slug, publishedAt },
      section: { slug: sections.slug, name: sections.name },
      question: conversations.question,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(conversations, eq(conversations.articleId, articles.id))
}

function toAsked(row: Awaited<ReturnType<typeof select>>[number]): AskedArticle {
  return { ...row, question: row.question ?? '' }
}
