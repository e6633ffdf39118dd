import { and, asc, eq, gt, inArray, isNotNull, lte, type SQL } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { notifications } from '@/db/schema/notifications'
import { people } from '@/db/schema/people'
import { sendMail } from '../mail/mail-commands'
import type { Duty } from '../serving/scheduler'
import { write } from '../write'
import type { Notification } from './notification'
import { notificationMail } from './notification-mail'
import { isTellable, selectNotifications, toNotification } from './notification-queries'

const DAY = 86_400_000
/** What could not be shown for so long is no news any more when it can be. */
const STALE = 7 * DAY
const PEOPLE_AT_ONCE = 50
const MOST = 200

/** The duty that mails what people are to know, once it is public and at the hour they chose. */
export function mailNotifications(): Duty {
  return { name: 'mail notifications', run: mailDue }
}

/** Mails everything that is due: to each person one mail, however much it is. */
export async function mailDue(): Promise<void> {
  const due = await database()
    .selectDistinct({ personId: notifications.personId })
    .from(notifications)
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(articles, eq(articles.id, notifications.articleId))
    .where(isDue(new Date()))
    .limit(PEOPLE_AT_ONCE)
  for (const { personId } of due) await mailPerson(personId)
}

function isDue(now: Date): SQL {
  return and(
    isNotNull(notifications.mailAt),
    lte(notifications.mailAt, now),
    gt(notifications.mailAt, new Date(now.getTime() - STALE)),
    isTellable(now),
  ) as SQL
}

async function mailPerson(personId: number): Promise<void> {
  await write(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    const own = and(eq(notifications.personId, personId), isDue(new Date())) as SQL
    const rows = await selectNotifications(tx, own).orderBy(asc(notifications.createdAt)).limit(MOST)
    await takeOffTheList(
      tx,
      rows.map(({ notification }) => notification.id),
    )
    if (!person?.verifiedAt) return
    // Who was banned is told what was decided on their comments, and nothing of what others go on saying.
    const told = rows.map(toNotification).filter(({ kind }) => !person.bannedAt || kind === 'decision')
    if (told.length > 0) await send(tx, person, told)
  })
}

async function takeOffTheList(tx: Transaction, ids: number[]): Promise<void> {
  await tx.update(notifications).set({ mailAt: null }).where(inArray(notifications.id, ids))
}

async function send(tx: Transaction, { id, email }: { id: number; email: string }, told: Notification[]) {
  await sendMail(tx, { to: email, template: notificationMail(id, told) })
}
