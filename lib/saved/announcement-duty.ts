import { and, asc, eq, gt, isNull, or, type SQL } from 'drizzle-orm'
import { database, type Transaction } from '@/db/client'
import { articles, articleTags, bylines, sections, tags } from '@/db/schema/articles'
import { announcements } from '@/db/schema/notifications'
import { authors } from '@/db/schema/people'
import { follows } from '@/db/schema/saved'
import { isPublic } from '../articles/article-policy'
import { notify } from '../notifications/notification-commands'
import type { Duty } from '../serving/scheduler'
import { write } from '../write'

/** How many followers are told in one transaction: others want to write too. */
const AT_ONCE = 200

/** The duty that tells those who follow a topic of a new article in it. */
export function tellFollowers(): Duty {
  return { name: 'tell followers of new articles', run: announceArrivals }
}

/** Tells everybody who follows a topic of what has arrived, in the order in which it did. */
export async function announceArrivals(): Promise<void> {
  const waiting = await database()
    .select({ articleId: announcements.articleId })
    .from(announcements)
    .where(isNull(announcements.doneAt))
    .orderBy(asc(announcements.createdAt))
    .limit(20)
  for (const { articleId } of waiting) await announce(articleId)
}

async function announce(articleId: number): Promise<void> {
  let after: number | null = 0
  while (after !== null) {
    const from: number = after
    after = await write(async (tx) => {
      const next = (await isStillPublic(tx, articleId)) ? await tellSome(tx, articleId, from) : null
      if (next === null) await finish(tx, articleId)
      return next
    })
  }
}

async function isStillPublic(tx: Transaction, articleId: number): Promise<boolean> {
  const condition = and(eq(articles.id, articleId), isPublic(new Date()))
  return (await tx.select({ id: articles.id }).from(articles).where(condition)).length > 0
}

async function finish(tx: Transaction, articleId: number): Promise<void> {
  await tx.update(announcements).set({ doneAt: new Date() }).where(eq(announcements.articleId, articleId))
}

/** @returns the follow to go on after; null when nobody is left */
async function tellSome(tx: Transaction, articleId: number, after: number): Promise<number | null> {
  const found = await tx
    .select({
      id: follows.id,
      personId: follows.personId,
      tag: tags.name,
      author: authors.name,
      section: sections.name,
    })
    .from(follows)
    .leftJoin(tags, eq(tags.id, follows.tagId))
    .leftJoin(authors, eq(authors.id, follows.authorId))
    .leftJoin(sections, eq(sections.id, follows.sectionId))
    .where(and(gt(follows.id, after), await isTopicOf(tx, articleId)))
    .orderBy(asc(follows.id))
    .limit(AT_ONCE)
  for (const { personId, tag, author, section } of found) {
    const note = tag ? `#${tag}` : (author ?? section ?? '')
    await notify(tx, { personId, kind: 'followed-topic', articleId, note })
  }
  return found.length < AT_ONCE ? null : (found.at(-1)?.id ?? null)
}

async function isTopicOf(tx: Transaction, articleId: number): Promise<SQL> {
  const [article] = await tx.select({ sectionId: articles.sectionId }).from(articles).where(eq(articles.id, articleId))
  const tagged = await tx
    .select({ id: articleTags.tagId })
    .from(articleTags)
    .where(eq(articleTags.articleId, articleId))
  const written = await tx.select({ id: bylines.authorId }).from(bylines).where(eq(bylines.articleId, articleId))
  return or(
    eq(follows.sectionId, article?.sectionId ?? 0),
    ...tagged.map(({ id }) => eq(follows.tagId, id)),
    ...written.map(({ id }) => eq(follows.authorId, id)),
  ) as SQL
}
