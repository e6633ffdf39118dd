import { desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { prepared } from '@/db/prepared'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { shadowHolds } from '@/db/schema/moderation'
import { authors, people } from '@/db/schema/people'
import { deletions } from '@/db/schema/personal-data'

/** What posting a comment and changing one look up, in the transaction that acts on it. */

const NOW = sql.placeholder('now')

const standingOf = prepared((source) =>
  source
    .select({ person: people, shadowHeldAt: shadowHolds.heldAt, leavesAt: deletions.dueAt })
    .from(people)
    .leftJoin(
      shadowHolds,
      sql`${eq(shadowHolds.personId, people.id)} and ${or(isNull(shadowHolds.until), gt(shadowHolds.until, NOW))}`,
    )
    .leftJoin(deletions, eq(deletions.personId, people.id))
    .where(eq(people.id, sql.placeholder('id')))
    .prepare(),
)

export type Standing = NonNullable<Awaited<ReturnType<typeof findStanding>>>

/** Who somebody is, and what is decided about them; null when there is nobody of that id. */
export async function findStanding(tx: Transaction, personId: number, now: Date) {
  const [row] = await standingOf(tx).execute({ id: personId, now: now.getTime() })
  return row ?? null
}

const titleOf = prepared((source) =>
  source
    .select({ title: authors.title })
    .from(authors)
    .where(eq(authors.personId, sql.placeholder('id')))
    .limit(1)
    .prepare(),
)

/** What the paper calls somebody who writes for it; null for whoever does not. */
export async function findTitle(tx: Transaction, personId: number): Promise<string | null> {
  const [author] = await titleOf(tx).execute({ id: personId })
  return author?.title ?? null
}

/** Without its text, which may be as long as a book. */
const placeOf = prepared((source) =>
  source
    .select({
      ...{ id: articles.id, slug: articles.slug, sectionId: articles.sectionId, section: { slug: sections.slug } },
      ...{ state: articles.state, publishedAt: articles.publishedAt, embargoUntil: articles.embargoUntil },
      ...{ takeDownAt: articles.takeDownAt, binnedAt: articles.binnedAt },
      ...{ comments: articles.comments, commentsCloseAt: articles.commentsCloseAt },
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare(),
)

export type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** An article as a conversation goes by it, whether or not anybody may read it; null when there is none of that id. */
export async function findPlace(tx: Transaction, articleId: number) {
  const [row] = await placeOf(tx).execute({ id: articleId })
  return row ?? null
}

const whole = prepared((source) =>
  source
    .select()
    .from(comments)
    .where(eq(comments.id, sql.placeholder('id')))
    .prepare(),
)

export type CommentRow = typeof comments.$inferSelect

export async function findComment(tx: Transaction, id: number): Promise<CommentRow | null> {
  const [row] = await whole(tx).execute({ id })
  return row ?? null
}

const saidBy = prepared((source) =>
  source
    .select({
      ...{ id: comments.id, at: comments.createdAt, state: comments.state, deletedAt: comments.deletedAt },
      ...{ articleId: comments.articleId, parentId: comments.parentId },
      body: sql<
        string | null
      >`case when ${comments.createdAt} > ${sql.placeholder('wordsSince')} then ${comments.body} end`,
    })
    .from(comments)
    .where(sql`${eq(comments.personId, sql.placeholder('id'))} and ${gt(comments.createdAt, sql.placeholder('since'))}`)
    .orderBy(desc(comments.createdAt))
    .limit(MOST)
    .prepare(),
)

/** What somebody said before this says no more of them. */
const MOST = 2000

export type Said = Awaited<ReturnType<typeof findSaid>>[number]

/**
 * What somebody said since a moment, the latest first.
 *
 * @param wordsSince from when on with its words; a long record need not be read whole
 */
export async function findSaid(
  tx: Transaction,
  personId: number,
  { since, wordsSince }: { since: Date; wordsSince: Date },
) {
  return saidBy(tx).execute({ id: personId, since: since.getTime(), wordsSince: wordsSince.getTime() })
}

const approvedOf = prepared((source) =>
  source
    .select({ count: sql<number>`count(*)` })
    .from(
      source
        .select({ one: sql`1`.as('one') })
        .from(comments)
        .where(sql`${eq(comments.personId, sql.placeholder('id'))} and ${eq(comments.state, 'approved')}`)
        .limit(sql.placeholder('most'))
        .as('approved'),
    )
    .prepare(),
)

/** How many comments of somebody stand approved, counted no further than `most`. */
export async function countApproved(tx: Transaction, personId: number, most: number): Promise<number> {
  if (most === 0) return 0
  const [row] = await approvedOf(tx).execute({ id: personId, most })
  return row?.count ?? 0
}
