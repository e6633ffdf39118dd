import type { COMMENT_STATES, REPORT_REASONS, StoredVerdict } from '@/db/schema/comments'
import type { Article, CommentMode } from '../articles/article'
import type { Site } from '../site/site'

export type CommentState = (typeof COMMENT_STATES)[number]
export type ReportReason = (typeof REPORT_REASONS)[number]
export type Verdict = StoredVerdict

/** The most characters that a comment has. */
export const LONGEST_COMMENT = 2000

/** How long, in milliseconds, its author may change a comment. */
export const EDITABLE_FOR = 15 * 60_000

/** What can be wrong with a comment, as readers choose it. */
export const REPORT_WORDS: Record<ReportReason, string> = {
  abuse: 'Personal abuse',
  'off-topic': 'Off topic',
  legal: 'Legal issue',
  trolling: 'Trolling',
  hate: 'Hate speech',
  threat: 'Offensive or threatening language',
  copyright: 'Copyright',
  spam: 'Spam',
  other: 'Other',
}

/** A comment as everyone may read it. */
export type PublicComment = {
  id: number
  parentId: number | null
  /** The account that wrote it, for readers who do not want to see it; null when that is gone. */
  personId: number | null
  signature: string
  /** The key of its author's portrait; null for whoever has none. */
  portrait: string | null
  /** Its author has a page that everyone may open. */
  hasPage: boolean
  /** What its author is in this newsroom, such as `Reporter`; empty for readers. */
  badge: string
  body: string
  likes: number
  pickedAt: Date | null
  createdAt: Date
  editedAt: Date | null
  /** What stands in its place when it is gone and has replies. */
  tombstone: Tombstone | null
  /** Whom it answers, where its place does not say so. */
  inReplyTo: string | null
}

export type Tombstone = 'deleted' | 'removed' | 'waiting'

export type CommentThread = {
  comment: PublicComment
  replies: PublicComment[]
  /** How many replies of it are not shown here. */
  more: number
}

type Talked = Pick<Article, 'comments' | 'commentsCloseAt'> & { publishedAt: Date | null }
type Rules = Pick<Site, 'commentsAreOn' | 'commentsCloseAfterDays'>

const DAY = 86_400_000

/** When readers can no longer comment on an article; null when that is never. */
export function closesAt({ commentsCloseAt, publishedAt }: Talked, { commentsCloseAfterDays }: Rules): Date | null {
  if (commentsCloseAt || commentsCloseAfterDays === 0 || !publishedAt) return commentsCloseAt
  return new Date(publishedAt.getTime() + commentsCloseAfterDays * DAY)
}

/** Whether readers can comment on an article at a moment, and whether what they say is read first. */
export function modeOf(article: Talked, site: Rules, now: Date): CommentMode {
  const closing = closesAt(article, site)
  if (!site.commentsAreOn || (closing !== null && closing <= now)) return 'closed'
  return article.comments
}

/** Whether an article's page has a place for comments: while they can be written, and as long as there are any. */
export function hasConversation(article: Talked, site: Rules, count: number, now: Date): boolean {
  return count > 0 || modeOf(article, site, now) !== 'closed'
}
