import { identity, index, moment, NOW, primaryKey, reference, table, text, uniqueIndex } from '../columns'
import { articles } from './articles'
import { comments } from './comments'
import { people } from './people'

export const NOTIFICATION_KINDS = ['reply', 'pick', 'decision', 'followed-thread', 'followed-topic'] as const
export const MAIL_CHOICES = ['at-once', 'daily', 'never'] as const

/** What people are to know of: one row for a person and a thing, whichever ways it reaches them. */
export const notifications = table(
  'notifications',
  {
    id: identity(),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: NOTIFICATION_KINDS }).notNull(),
    /** The thing, such as `comment:12`: what makes two rows the same. */
    about: text('about').notNull(),
    commentId: reference('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    articleId: reference('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    /** What a decision said, or the topic that is followed. */
    note: text('note').notNull().default(''),
    /** When it is to be mailed; null when it was, or is not to be. */
    mailAt: moment('mail_at'),
    readAt: moment('read_at'),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (notification) => [
    uniqueIndex('notifications_about').on(notification.personId, notification.about),
    index('notifications_newest').on(notification.personId, notification.createdAt),
    index('notifications_mail').on(notification.mailAt),
    index('notifications_comment').on(notification.commentId),
    index('notifications_article').on(notification.articleId),
  ],
)

/** How somebody wants to be mailed of a kind, where that is not the default. */
export const notificationChoices = table(
  'notification_choices',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: NOTIFICATION_KINDS }).notNull(),
    mail: text('mail', { enum: MAIL_CHOICES }).notNull(),
  },
  (choice) => [primaryKey({ columns: [choice.personId, choice.kind] })],
)

/** Articles whose followers are told, once: when it came before readers, and when that was done. */
export const announcements = table(
  'announcements',
  {
    articleId: reference('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(NOW),
    doneAt: moment('done_at'),
  },
  (row) => [index('announcements_done').on(row.doneAt)],
)
