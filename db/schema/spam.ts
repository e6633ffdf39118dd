import { flag, json, moment, NOW, reference, table, text, whole } from '../columns'
import { comments } from './comments'

/** What each decision taught the spam score: one lesson a comment, which another decision replaces or takes back. */
export const spamLessons = table('spam_lessons', {
  commentId: reference('comment_id')
    .primaryKey()
    .references(() => comments.id, { onDelete: 'cascade' }),
  /** Which of its texts was decided on. */
  revision: whole('revision').notNull(),
  isSpam: flag('is_spam').notNull(),
  /** Kept as they were counted, so that a lesson is taken back exactly; the text itself may be gone. */
  words: json<string[]>('words').notNull(),
  learnedAt: moment('learned_at').notNull().default(NOW),
})

/** In how many lessons of each kind a word stood. The row of the empty word counts the lessons themselves. */
export const spamTallies = table('spam_tallies', {
  word: text('word').primaryKey(),
  spam: whole('spam').notNull().default(0),
  kept: whole('kept').notNull().default(0),
})
