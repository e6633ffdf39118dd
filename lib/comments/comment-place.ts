import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { prepared } from '@/db/prepared'
import { articles, sections } from '@/db/schema/articles'
import { paths } from '../paths'
import type { CommentDone } from './comment-commands'

/** Where whoever did something about a comment is led: to it, where everyone can read it, else to their own comments. */
export async function addressOf({ id, articleId, state }: CommentDone): Promise<string> {
  if (state !== 'approved') return paths.ownComments(id)
  return addressOnPage(articleId, id)
}

/** The address of a comment on its article’s page. */
export async function addressOnPage(articleId: number, id: number): Promise<string> {
  const [article] = await addressed(database()).execute({ id: articleId })
  return article ? paths.comment(article, id) : paths.home()
}

const addressed = prepared((source) =>
  source
    .select({ slug: articles.slug, section: { slug: sections.slug } })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare(),
)
