import { and, count, desc, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { NOTIFICATION_KINDS, notificationChoices, notifications } from '@/db/schema/notifications'
import { isPublic } from '../articles/article-policy'
import { type ListPage, listPage } from '../list-page'
import { paths } from '../paths'
import type { Viewer } from '../people/viewer'
import {
  DEFAULT_MAIL,
  excerptOf,
  type MailChoice,
  type Notification,
  type NotificationKind,
  wordsOf,
} from './notification'

/**
 * What may be shown of: a comment once it is approved and for as long as it is, an article while it is public. What was
 * decided on somebody's own comment is theirs to know in any case.
 */
export function isTellable(now: Date): SQL {
  const ofComments = inArray(notifications.kind, ['reply', 'followed-thread', 'pick'])
  return or(
    eq(notifications.kind, 'decision'),
    and(ofComments, eq(comments.state, 'approved'), isNull(comments.deletedAt), isPublic(now)),
    and(eq(notifications.kind, 'followed-topic'), isPublic(now)),
  ) as SQL
}

export type NotificationRow = Awaited<ReturnType<typeof selectNotifications>>[number]

/** Notifications with what they are shown with. @param condition never empty */
export function selectNotifications(tx: Transaction, condition: SQL) {
  return tx
    .select({
      notification: notifications,
      comment: { id: comments.id, signature: comments.signature, body: comments.body },
      article: { headline: articles.headline, slug: articles.slug },
      section: { slug: sections.slug },
    })
    .from(notifications)
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(articles, eq(articles.id, notifications.articleId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(condition)
    .$dynamic()
}

/** What the viewer was told, newest first, a page at a time. */
export async function listNotifications(viewer: Viewer, page: number): Promise<ListPage<Notification>> {
  const condition = and(eq(notifications.personId, viewer.personId ?? 0), isTellable(new Date())) as SQL
  return listPage(
    page,
    () => countWhere(condition),
    async ({ limit, offset }) => {
      const found = await selectNotifications(database(), condition)
        .orderBy(desc(notifications.createdAt), desc(notifications.id))
        .limit(limit)
        .offset(offset)
      return found.map(toNotification)
    },
  )
}

/** How much of what the viewer was told they have not seen. */
export async function countUnread(viewer: Viewer): Promise<number> {
  const own = eq(notifications.personId, viewer.personId ?? 0)
  return countWhere(and(own, isNull(notifications.readAt), isTellable(new Date())) as SQL)
}

/** One of the viewer's own; null when there is none, or it is not to be shown. */
export async function findNotification(viewer: Viewer, id: number): Promise<Notification | null> {
  const own = eq(notifications.personId, viewer.personId ?? 0)
  const condition = and(eq(notifications.id, id), own, isTellable(new Date())) as SQL
  const [row] = await selectNotifications(database(), condition)
  return row ? toNotification(row) : null
}

async function countWhere(condition: SQL): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(notifications)
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(articles, eq(articles.id, notifications.articleId))
    .where(condition)
  return row?.total ?? 0
}

export function toNotification({ notification, comment, article, section }: NotificationRow): Notification {
  const { id, kind, note, createdAt, readAt } = notification
  const page = article && section ? paths.article({ slug: article.slug, section }) : paths.home()
  return {
    ...{ id, kind, createdAt, readAt },
    words: wordsOf({ kind, signature: comment?.signature ?? null, note }),
    headline: article?.headline ?? '',
    address: comment ? `${page}#comment-${comment.id}` : page,
    excerpt: kind === 'decision' ? note : excerptOf(comment?.body ?? ''),
  }
}

/** How each kind is mailed to the viewer. */
export async function getMailChoices(viewer: Viewer): Promise<Record<NotificationKind, MailChoice>> {
  const rows = await database()
    .select()
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, viewer.personId ?? 0))
  const chosen = new Map(rows.map(({ kind, mail }) => [kind, mail]))
  return Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, chosen.get(kind) ?? DEFAULT_MAIL[kind]])) as Record<
    NotificationKind,
    MailChoice
  >
}
