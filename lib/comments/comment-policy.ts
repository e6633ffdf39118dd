import { and, eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { isPublic, isPublicArticle } from '../articles/article-policy'
import { formatDate } from '../dates'
import { isStaff, mayInSection } from '../people/person-policy'
import { inOneLine, whatBars } from '../people/standing'
import type { Viewer } from '../people/viewer'
import type { Site } from '../site/site'
import { readSite } from '../site/site-record'
import { closesAt, modeOf } from './comment'
import { CommentRefused } from './comment-refused'
import { type CommentRow, findComment, findStanding, findTitle, type Place, type Standing } from './posting-record'

/** Who may say what where. Each asks inside the transaction that acts on the answer. */

export type Commenter = { id: number; name: string; badge: string }

/** A person who may take part. @throws {CommentRefused} with what stands in the way */
export async function requireCommenter(tx: Transaction, viewer: Viewer): Promise<Commenter> {
  return commenterOf(tx, await findStanding(tx, viewer.personId ?? 0, new Date()))
}

/** The same of somebody who was looked up. @throws {CommentRefused} */
export async function commenterOf(tx: Transaction, standing: Standing | null): Promise<Commenter> {
  if (!standing) throw new CommentRefused(403, 'Only somebody with an account can take part in a conversation.')
  const { person } = standing
  const barred = person.bannedAt || person.suspendedUntil ? whatBars(person, await readSite(tx)) : null
  if (barred && person.bannedAt) throw new CommentRefused(403, inOneLine(barred))
  if (!person.verifiedAt) {
    throw new CommentRefused(403, 'Confirm your e-mail address first: the link is in the mail that we sent you.')
  }
  if (barred) throw new CommentRefused(403, inOneLine(barred))
  return { id: person.id, name: person.name, badge: await badgeOf(tx, person) }
}

/** What the newsroom calls those of its own who take part. */
async function badgeOf(tx: Transaction, person: Standing['person']): Promise<string> {
  return isStaff(person) ? (await findTitle(tx, person.id)) || 'Staff' : ''
}

/** Whether comments can be written on an article. @throws {CommentRefused} when it is not there, or they are closed */
export function requireOpen(place: Place | null, site: Site): asserts place is Place {
  const now = new Date()
  if (!place || !isPublicArticle(place, now))
    throw new CommentRefused(409, 'The article is no longer there, so that nothing can be said about it.')
  if (modeOf(place, site, now) !== 'closed') return
  const closed = closesAt(place, site)
  const when = closed && closed <= now ? ` on ${formatDate(closed, site)}` : ''
  throw new CommentRefused(409, `Comments closed${when}. Thank you to everyone who took part.`)
}

/** The comment that is to be answered. @throws {CommentRefused} when nobody can answer it */
export async function requireAnswerable(tx: Transaction, articleId: number, commentId: number): Promise<CommentRow> {
  const parent = await findComment(tx, commentId)
  if (!parent || parent.articleId !== articleId || parent.deletedAt)
    throw new CommentRefused(409, 'You can’t reply: the comment is no longer there.')
  const root = parent.threadId ? await findComment(tx, parent.threadId) : parent
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
