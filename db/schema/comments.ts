import { isNull } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  flag,
  identity,
  index,
  json,
  moment,
  NOW,
  primaryKey,
  reference,
  table,
  text,
  uniqueIndex,
  whole,
} from '../columns'
import { articles } from './articles'
import { people } from './people'

export const COMMENT_STATES = ['pending', 'approved', 'rejected', 'spam'] as const
export const VERDICT_OUTCOMES = ['allow', 'hold', 'reject'] as const
export const REPORT_REASONS = [
  'abuse',
  'off-topic',
  'legal',
  'trolling',
  'hate',
  'threat',
  'copyright',
  'spam',
  'other',
] as const

type Outcome = (typeof VERDICT_OUTCOMES)[number]

/** What the steps of moderation said of a comment's text; matches are ranges of its letters. */
export type StoredVerdict = {
  outcome: Outcome
  findings: { step: string; outcome: Outcome; reason: string; matches: [number, number][] }[]
}

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
    /** How many comments are above it; on the page everything below a thread's first stands on one level. */
    depth: whole('depth').notNull().default(0),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    /** The name it was signed with, kept when the account goes. */
    signature: text('signature').notNull(),
    /** What its author was in this newsroom, such as `Reporter`; empty for readers. */
    badge: text('badge').notNull().default(''),
    body: text('body').notNull(),
    /** Counts up with every edit; reports and decisions are about one of them. */
    revision: whole('revision').notNull().default(1),
    state: text('state', { enum: COMMENT_STATES }).notNull().default('pending'),
    /** Where it has a place on the page, as itself or as a tombstone; null where it has none. Kept by lib/comments/comment-state.ts. */
    listedAs: text('listed_as', { enum: ['thread', 'reply'] }),
    /** How many direct replies have a place on the page. */
    replies: whole('replies').notNull().default(0),
    /** For the first of a thread: how many comments below it have a place on the page. */
    threadReplies: whole('thread_replies').notNull().default(0),
    likes: whole('likes').notNull().default(0),
    /** Reports that nobody has decided on. */
    openReports: whole('open_reports').notNull().default(0),
    verdict: json<StoredVerdict>('verdict'),
    pickedAt: moment('picked_at'),
    pickedBy: reference('picked_by').references(() => people.id, { onDelete: 'set null' }),
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
    decidedAt: moment('decided_at'),
    decidedBy: reference('decided_by').references(() => people.id, { onDelete: 'set null' }),
    /** The rule or the reason, as its author is told. */
    decidedReason: text('decided_reason'),
    /** When it was first open to everyone. */
    approvedAt: moment('approved_at'),
    /** What its author said against the decision, once. */
    appeal: text('appeal'),
    appealedAt: moment('appealed_at'),
    appealDecidedAt: moment('appeal_decided_at'),
    /** When a moderator left it to others; null once it is decided on, or taken back. */
    escalatedAt: moment('escalated_at'),
    escalatedBy: reference('escalated_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (comment) => [
    index('comments_article').on(comment.articleId, comment.state, comment.createdAt),
    index('comments_listed').on(comment.articleId, comment.listedAs, comment.createdAt, comment.id),
    index('comments_liked').on(comment.articleId, comment.listedAs, comment.likes, comment.createdAt),
    index('comments_picked').on(comment.articleId, comment.pickedAt),
    index('comments_thread').on(comment.threadId, comment.listedAs, comment.createdAt, comment.id),
    index('comments_parent').on(comment.parentId),
    index('comments_person').on(comment.personId, comment.createdAt),
    index('comments_queue').on(comment.state, comment.createdAt),
    index('comments_decided').on(comment.state, comment.decidedAt).where(isNull(comment.deletedAt)),
    index('comments_recorded').on(comment.articleId, comment.state, comment.decidedAt).where(isNull(comment.deletedAt)),
    index('comments_signed').on(comment.signature, comment.state, comment.decidedAt).where(isNull(comment.deletedAt)),
    index('comments_reported').on(comment.openReports),
    index('comments_appealed').on(comment.appealedAt),
    index('comments_escalated').on(comment.escalatedAt),
  ],
)

/** What a comment said before it was edited, for moderators. */
export const commentTexts = table(
  'comment_texts',
  {
    commentId: reference('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    revision: whole('revision').notNull(),
    body: text('body').notNull(),
    verdict: json<StoredVerdict>('verdict'),
    replacedAt: moment('replaced_at').notNull().default(NOW),
  },
  (row) => [primaryKey({ columns: [row.commentId, row.revision] })],
)

/** Who recommends a comment. */
export const commentLikes = table(
  'comment_likes',
  {
    commentId: reference('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (row) => [primaryKey({ columns: [row.commentId, row.personId] }), index('comment_likes_person').on(row.personId)],
)

/** What readers told moderators of. Illegal content is a report of its own kind, with a decision and an answer to whoever reported it. */
export const commentReports = table(
  'comment_reports',
  {
    id: identity(),
    commentId: reference('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    /** Which of its texts was reported. */
    revision: whole('revision').notNull(),
    personId: reference('person_id').references(() => people.id, { onDelete: 'set null' }),
    isIllegal: flag('is_illegal').notNull().default(false),
    reason: text('reason', { enum: REPORT_REASONS }).notNull(),
    details: text('details').notNull().default(''),
    decidedAt: moment('decided_at'),
    decidedBy: reference('decided_by').references(() => people.id, { onDelete: 'set null' }),
    /** Whether the report was found to be right. */
    outcome: text('outcome', { enum: ['upheld', 'dismissed'] }),
    /** What whoever reported it is told. */
    answer: text('answer').notNull().default(''),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (row) => [
    uniqueIndex('comment_reports_once').on(row.commentId, row.personId, row.isIllegal, row.revision),
    index('comment_reports_open').on(row.isIllegal, row.decidedAt, row.createdAt),
    index('comment_reports_person').on(row.personId),
  ],
)

/** Whose comments a person does not want to see. */
export const mutes = table(
  'mutes',
  {
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    mutedId: reference('muted_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (row) => [primaryKey({ columns: [row.personId, row.mutedId] }), index('mutes_muted').on(row.mutedId)],
)

/** Whoever wants to hear of new replies in a thread. */
export const threadFollows = table(
  'thread_follows',
  {
    threadId: reference('thread_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    personId: reference('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (row) => [primaryKey({ columns: [row.threadId, row.personId] }), index('thread_follows_person').on(row.personId)],
)

/** The conversation under one article: its numbers, kept by lib/comments/comment-state.ts, and what stands above it. */
export const conversations = table('conversations', {
  articleId: reference('article_id')
    .primaryKey()
    .references(() => articles.id, { onDelete: 'cascade' }),
  /** A question of the newsroom's, pinned above the composer. */
  question: text('question').notNull().default(''),
  /** Comments that everyone can read. */
  comments: whole('comments').notNull().default(0),
  /** Threads that have a place on the page, tombstones among them. */
  threads: whole('threads').notNull().default(0),
  picks: whole('picks').notNull().default(0),
  pending: whole('pending').notNull().default(0),
  /** How many comments were ever opened to everyone: it only counts up, so that readers can be told how many are new. */
  arrivals: whole('arrivals').notNull().default(0),
  /** The number that cards show: `comments` as it was when they were last told. */
  told: whole('told').notNull().default(0),
})

/** What was typed by somebody who must sign in first, or whose comment was refused: kept for a day, found by a secret. */
export const commentDrafts = table(
  'comment_drafts',
  {
    /** SHA-256 of the secret that its browser has. */
    secretHash: text('secret_hash').primaryKey(),
    articleId: reference('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    parentId: reference('parent_id').references(() => comments.id, { onDelete: 'cascade' }),
    /** The comment that it was to change. */
    commentId: reference('comment_id').references(() => comments.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    problem: text('problem').notNull().default(''),
    createdAt: moment('created_at').notNull().default(NOW),
  },
  (row) => [index('comment_drafts_age').on(row.createdAt)],
)
