import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { shadowHolds } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import { deletions } from '@/db/schema/personal-data'
import { isPublicArticle } from '../articles/article-policy'
import { closesAt } from '../comments/comment'
import { isStaff } from '../people/person-policy'
import { readSite } from '../site/site-record'
import type { CommentFacts, CommentInQuestion } from './comment-facts'
import { readRules, readWordLists } from './rule-record'
import type { Rules } from './rules'
import { holdsAt } from './shadow-hold'
import { spamModelFor } from './spam-lessons'
import { scoreSpam } from './spam-score'
import { spamWordsOf } from './spam-words'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Without its text, which may be as long as a book. */
const ASKED_OF_ARTICLES = {
  state: articles.state,
  publishedAt: articles.publishedAt,
  embargoUntil: articles.embargoUntil,
  takeDownAt: articles.takeDownAt,
  binnedAt: articles.binnedAt,
  comments: articles.comments,
  commentsCloseAt: articles.commentsCloseAt,
}

/** Gathers what the steps ask, in the transaction that acts on their verdict. */
export async function commentFacts(tx: Transaction, comment: CommentInQuestion): Promise<CommentFacts> {
  const { articleId, parentId, personId, body, commentId = null } = comment
  const now = new Date()
  const said = spamWordsOf(body)
  const site = await readSite(tx)
  const rules = await readRules(tx)
  const [article] = await tx.select(ASKED_OF_ARTICLES).from(articles).where(eq(articles.id, articleId))
  const [person] = await tx
    .select({ person: people, shadowHeldAt: shadowHolds.heldAt, leavesAt: deletions.dueAt })
    .from(people)
    .leftJoin(shadowHolds, and(eq(shadowHolds.personId, people.id), holdsAt(now)))
    .leftJoin(deletions, eq(deletions.personId, people.id))
    .where(eq(people.id, personId))
  return {
    body,
    isEdit: commentId !== null,
    now,
    areCommentsOn: site.commentsAreOn,
    article: {
      isPublic: article ? isPublicArticle(article, now) : false,
      mode: article?.comments ?? 'closed',
      closeAt: article ? closesAt(article, site) : null,
    },
    parent: parentId === null ? null : { isOpen: await isAnswerable(tx, parentId) },
    person: {
      isVerified: person?.person.verifiedAt != null,
      isStaff: person ? isStaff(person.person) : false,
      bannedAt: person?.person.bannedAt ?? null,
      suspendedUntil: person?.person.suspendedUntil ?? null,
      isLeaving: person?.leavesAt != null,
      shadowHeldAt: person?.shadowHeldAt ?? null,
    },
    postedAt: await findPostedAt(tx, personId, now),
    isRepeated: await isRepeated(tx, comment, rules, now),
    record: await findRecord(tx, personId, rules, now),
    rules,
    words: await readWordLists(tx),
    spam: scoreSpam(said, await spamModelFor(tx, said), rules.spamMinimum),
  }
}

async function isAnswerable(tx: Transaction, parentId: number): Promise<boolean> {
  const [parent] = await tx
    .select({ state: comments.state, deletedAt: comments.deletedAt })
    .from(comments)
    .where(eq(comments.id, parentId))
  return parent?.state === 'approved' && parent.deletedAt === null
}

async function findPostedAt(tx: Transaction, personId: number, now: Date): Promise<Date[]> {
  const rows = await tx
    .select({ at: comments.createdAt })
    .from(comments)
    .where(and(eq(comments.personId, personId), gt(comments.createdAt, new Date(now.getTime() - HOUR))))
    .orderBy(desc(comments.createdAt))
    .limit(1000)
  return rows.map(({ at }) => at)
}

async function isRepeated(tx: Transaction, comment: CommentInQuestion, rules: Rules, now: Date): Promise<boolean> {
  if (rules.repeatHours === 0) return false
  const since = new Date(now.getTime() - rules.repeatHours * HOUR)
  const rows = await tx
    .select({ id: comments.id, body: comments.body })
    .from(comments)
    .where(and(eq(comments.personId, comment.personId), gt(comments.createdAt, since), isNull(comments.deletedAt)))
    .orderBy(desc(comments.createdAt))
    .limit(200)
  const said = wordsOnly(comment.body)
  return rows.some(({ id, body }) => id !== comment.commentId && wordsOnly(body) === said)
}

/** Two texts that differ in their spaces, case and signs say the same. */
export function wordsOnly(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words ? words.join(' ') : text
}

async function findRecord(
  tx: Transaction,
  personId: number,
  { recordDays }: Rules,
  now: Date,
): Promise<CommentFacts['record']> {
  const [all] = await tx
    .select({ approved: sql<number>`count(*)` })
    .from(comments)
    .where(and(eq(comments.personId, personId), eq(comments.state, 'approved')))
  const recent = await tx
    .select({ state: comments.state })
    .from(comments)
    .where(
      and(
        eq(comments.personId, personId),
        gt(comments.createdAt, new Date(now.getTime() - recordDays * DAY)),
        inArray(comments.state, ['approved', 'rejected', 'spam']),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(500)
  const recentlyRejected = recent.filter(({ state }) => state !== 'approved').length
  return { approved: all?.approved ?? 0, recent: recent.length, recentlyRejected }
}
