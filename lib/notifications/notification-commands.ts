import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { comments, mutes } from '@/db/schema/comments'
import { notificationChoices, notifications } from '@/db/schema/notifications'
import { nextHour } from '../dates'
import type { Viewer } from '../people/viewer'
import { getSite } from '../site/site-queries'
import { write } from '../write'
import { DEFAULT_MAIL, type MailChoice, type NotificationKind } from './notification'

/** What somebody is to know. */
export type NewNotification = { personId: number } & (
  | { kind: 'reply' | 'followed-thread' /** The comment that was written. */; commentId: number }
  | { kind: 'pick' /** The person's own comment. */; commentId: number }
  | {
      kind: 'decision' /** The person's own comment. */
      commentId: number /** What was decided, and why. */
      note: string /** Until when it can be taken back; it is not mailed before. */
      notBefore?: Date
    }
  | { kind: 'followed-topic'; articleId: number /** What is followed, as it is shown. */; note: string }
)

/** The hour of the newsroom's day at which the daily mail leaves. */
const DAILY_AT = 7

/**
 * Has somebody told: on the site, and by mail as they chose. It may be said before what it is about is public: nothing
 * is shown or mailed before it is, and nothing while it is not. Of one thing a person is told once; an answer to oneself
 * counts for more than news of a thread, and a new decision takes the place of the one before. Nobody is told of what they
 * did themselves, or of what somebody says whom they have muted.
 */
export async function notify(tx: Transaction, notification: NewNotification): Promise<void> {
  const { personId, kind } = notification
  const note = 'note' in notification ? notification.note : ''
  const comment = 'commentId' in notification ? await findComment(tx, notification.commentId) : null
  if (comment === undefined) return
  const byOthers = kind === 'reply' || kind === 'followed-thread'
  if (byOthers && (comment?.personId === personId || (await isMuted(tx, personId, comment?.personId)))) return
  const row = {
    ...{ personId, kind, note, about: aboutOf(notification) },
    commentId: comment?.id ?? null,
    articleId: comment?.articleId ?? ('articleId' in notification ? notification.articleId : null),
    mailAt: later(await mailAtFor(await choiceOf(tx, personId, kind)), notification),
    createdAt: new Date(),
  }
  const insert = tx.insert(notifications).values(row)
  const target = [notifications.personId, notifications.about]
  if (kind === 'decision') await insert.onConflictDoUpdate({ target, set: { ...row, readAt: null } })
  else if (kind === 'reply')
    await insert.onConflictDoUpdate({
      target,
      set: { kind, mailAt: row.mailAt },
      setWhere: and(eq(notifications.kind, 'followed-thread'), isNull(notifications.readAt)),
    })
  else await insert.onConflictDoNothing()
}

function later(mailAt: Date | null, notification: NewNotification): Date | null {
  const notBefore = 'notBefore' in notification ? notification.notBefore : undefined
  return mailAt && notBefore && mailAt < notBefore ? notBefore : mailAt
}

/** What makes two notifications the same one. */
export function aboutOf(notification: NewNotification): string {
  switch (notification.kind) {
    case 'reply':
    case 'followed-thread':
      return `comment:${notification.commentId}`
    case 'pick':
    case 'decision':
      return `${notification.kind}:${notification.commentId}`
    case 'followed-topic':
      return `article:${notification.articleId}`
  }
}

async function findComment(tx: Transaction, id: number) {
  const { personId, articleId } = comments
  const [row] = await tx.select({ id: comments.id, personId, articleId }).from(comments).where(eq(comments.id, id))
  return row
}

async function isMuted(tx: Transaction, personId: number, by: number | null | undefined): Promise<boolean> {
  if (!by) return false
  const condition = and(eq(mutes.personId, personId), eq(mutes.mutedId, by))
  return (await tx.select({ by: mutes.mutedId }).from(mutes).where(condition)).length > 0
}

async function choiceOf(tx: Transaction, personId: number, kind: NotificationKind): Promise<MailChoice> {
  const [row] = await tx
    .select({ mail: notificationChoices.mail })
    .from(notificationChoices)
    .where(and(eq(notificationChoices.personId, personId), eq(notificationChoices.kind, kind)))
  return row?.mail ?? DEFAULT_MAIL[kind]
}

/** When something that happens now is mailed; null for never. */
export async function mailAtFor(choice: MailChoice, now = new Date()): Promise<Date | null> {
  if (choice === 'never') return null
  return choice === 'daily' ? nextHour(now, DAILY_AT, (await getSite()).zone) : now
}

/** Notes that somebody has seen what they were told; of all of it without ids. What they have seen is not mailed. */
export async function markRead(viewer: Viewer, ids?: number[]): Promise<void> {
  await write(async (tx) => {
    const own = eq(notifications.personId, viewer.personId ?? 0)
    const named = ids ? inArray(notifications.id, ids) : undefined
    await tx
      .update(notifications)
      .set({ readAt: new Date(), mailAt: null })
      .where(and(own, isNull(notifications.readAt), named))
  })
}

/** Chooses how kinds are mailed from now on; what waits to be mailed follows. */
export async function chooseMail(
  viewer: Viewer,
  choices: Partial<Record<NotificationKind, MailChoice>>,
): Promise<void> {
  await write((tx) => saveChoices(tx, viewer.personId ?? 0, choices))
}

/** The same inside an open transaction. The caller has checked who asks. */
export async function saveChoices(
  tx: Transaction,
  personId: number,
  choices: Partial<Record<NotificationKind, MailChoice>>,
): Promise<void> {
  for (const [kind, mail] of Object.entries(choices) as [NotificationKind, MailChoice][]) {
    await tx
      .insert(notificationChoices)
      .values({ personId, kind, mail })
      .onConflictDoUpdate({ target: [notificationChoices.personId, notificationChoices.kind], set: { mail } })
    const waiting = and(
      eq(notifications.personId, personId),
      eq(notifications.kind, kind),
      isNotNull(notifications.mailAt),
    )
    await tx
      .update(notifications)
      .set({ mailAt: await mailAtFor(mail) })
      .where(waiting)
  }
}
