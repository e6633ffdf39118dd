import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { identity, index, moment, NOW, reference, table, text, whole } from '../columns'
import { articles } from './articles'
import { people } from './people'

export const COMMENT_STATES = ['pending', 'approved', 'rejected', 'spam'] as const

export const comments = table(
  'comments',
  {
    id: identity(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** The comment it answers. */
    parentId: reference('parent_id').references((): AnySQLiteColumn => comments.id),
    /** The comment that opened the thread; null for that one itself. */
    threadId: reference('thread_id').references((): AnySQLiteColumn => comments.id),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    /** The name it was signed with, kept when the account goes. */
    signature: text('signature').notNull(),
    body: text('body').notNull(),
    state: text('state', { enum: COMMENT_STATES }).notNull().default('pending'),
    likes: whole('likes').notNull().default(0),
    pickedAt: moment('picked_at'),
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
    decidedAt: moment('decided_at'),
    decidedBy: reference('decided_by').references(() => people.id, { onDelete: 'set null' }),
    decidedReason: text('decided_reason'),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (comment) => [
    index('comments_article').on(comment.articleId, comment.state, comment.createdAt),
    index('comments_thread').on(comment.threadId, comment.createdAt),
    index('comments_person').on(comment.personId, comment.createdAt),
    index('comments_queue').on(comment.state, comment.createdAt),
  ],
)
