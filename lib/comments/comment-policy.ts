import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { authors, people } from '@/db/schema/people'
import { isPublic } from '../articles/article-policy'
import { formatDate } from '../dates'
import { isStaff, mayInSection } from '../people/person-policy'
import type { Viewer } from '../people/viewer'
import { readSite } from '../site/site-record'
import { closesAt, modeOf } from './comment'
import { CommentRefused } from './comment-refused'

/** Who may say what where. Each asks inside the transaction that acts on the answer. */

export type Commenter = { id: number; name: string; badge: string }

/** A person who may take part. @throws {CommentRefused} with what stands in the way */
export async function requireCommenter(tx: Transaction, viewer: Viewer): Promise<Commenter> {
  const [person] = await tx
    .select()
    .from(people)
    .where(eq(people.id, viewer.personId ?? 0))
  if (!person) throw new CommentRefused(403, 'Only somebody with an account can take part in a conversation.')
  if (person.bannedAt) throw new CommentRefused(403, 'This account can no longer take part in conversations.')
  if (!person.verifiedAt) {
    throw new CommentRefused(403, 'Confirm your e-mail address first: the link is in the mail that we sent you.')
  }
  if (person.suspendedUntil && person.suspendedUntil > new Date()) {
    const until = formatDate(person.suspendedUntil, await readSite(tx))
    throw new CommentRefused(403, `You can’t comment until ${until}.`)
  }
  return { id: person.id, name: person.name, badge: await badgeOf(tx, person) }
}

/** What the newsroom calls those of its own who take part. */
async function badgeOf(tx: Transaction, person: typeof people.$inferSelect): Promise<string> {
  if (!isStaff(person)) return ''
  const [author] = await tx
    .select({ title: authors.title })
    .from(authors)
    .where(eq(authors.personId, person.id))
    .limit(1)
  return author?.title || 'Staff'
}

export type OpenArticle = {
  id: number
  slug: string
  section: { slug: string }
  sectionId: number
  mode: 'open' | 'premoderated'
}

/** An article on which comments can be written. @throws {CommentRefused} when it is not there, or they are closed */
export async function requireOpenArticle(tx: Transaction, articleId: number): Promise<OpenArticle> {
  const article = await findPublicArticle(tx, articleId)
  if (!article) throw new CommentRefused(409, 'The article is no longer there, so that nothing can be said about it.')
  const site = await readSite(tx)
  const mode = modeOf(article, site, new Date())
  if (mode === 'closed') {
    const closed = closesAt(article, site)
    const when = closed && closed <= new Date() ? ` on ${formatDate(closed, site)}` : ''
    throw new CommentRefused(409, `Comments closed${when}. Thank you to everyone who took part.`)
  }
  return { id: article.id, slug: article.slug, section: article.section, sectionId: article.sectionId, mode }
}

/** The comment that is to be answered. @throws {CommentRefused} when nobody can answer it */
export async function requireAnswerable(tx: Transaction, articleId: number, commentId: number) {
  const [parent] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.articleId, articleId)))
  if (!parent || parent.deletedAt) throw new CommentRefused(409, 'You can’t reply: the comment is no longer there.')
  const [root] = parent.threadId ? await tx.select().from(comments).where(eq(comments.id, parent.threadId)) : [parent]
  if (parent.state !== 'approved' || (root && (root.state === 'rejected' || root.state === 'spam'))) {
    throw new CommentRefused(409, 'You can’t reply: this conversation was closed by a moderator.')
  }
  return parent
}

/** May pick comments, hide them, and decide what everyone can read, in the sections of their own. */
export function mayModerate(viewer: Viewer, sectionId: number): boolean {
  const isModerator = viewer.role === 'moderator' || viewer.role === 'editor' || viewer.role === 'admin'
  return isModerator && mayInSection(viewer, sectionId)
}

/** An article that everyone can read, with what its conversation goes by. */
export async function findPublicArticle(tx: Transaction, articleId: number) {
  const [article] = await tx
    .select({
      id: articles.id,
      slug: articles.slug,
      headline: articles.headline,
      sectionId: articles.sectionId,
      section: { slug: sections.slug },
      comments: articles.comments,
      commentsCloseAt: articles.commentsCloseAt,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(articles.id, articleId), isPublic(new Date())))
  return article ?? null
}
