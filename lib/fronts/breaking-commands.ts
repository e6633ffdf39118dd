import { eq, gt } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import { breakingNews } from '@/db/schema/fronts'
import { recordAudit } from '../articles/article-record'
import { Refused, type Viewer } from '../people/viewer'
import { changed, write } from '../write'
import { ArrangementRefused } from './arrangement'
import { mayBreakNews } from './front-policy'

const HOUR = 3_600_000

/**
 * Puts a strip above every page, in the place of the one before.
 *
 * @param hours how long it stays unless it is ended before
 * @param articleId the story it leads to; null for none
 * @throws {Refused} {ArrangementRefused} when there is no such article
 */
export async function startBreakingNews(
  viewer: Viewer,
  { text, articleId, hours }: { text: string; articleId: number | null; hours: number },
): Promise<void> {
  if (!mayBreakNews(viewer)) throw new Refused(viewer, 'put up breaking news')
  await write(async (tx) => {
    if (articleId !== null) {
      const [article] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId))
      if (!article) throw new ArrangementRefused(`There is no article ${articleId}.`)
    }
    const now = new Date()
    await tx.update(breakingNews).set({ endsAt: now }).where(gt(breakingNews.endsAt, now))
    const endsAt = new Date(now.getTime() + hours * HOUR)
    await tx.insert(breakingNews).values({ text, articleId, startedAt: now, startedBy: viewer.personId, endsAt })
    await recordAudit(tx, viewer, 'breaking.start', 'front:home', { text, articleId, hours })
    changed('breaking')
  })
}

/** Takes the strip down. Doing it again changes nothing. @throws {Refused} */
export async function endBreakingNews(viewer: Viewer): Promise<void> {
  if (!mayBreakNews(viewer)) throw new Refused(viewer, 'take breaking news down')
  await write(async (tx) => {
    const now = new Date()
    const ended = await tx.update(breakingNews).set({ endsAt: now }).where(gt(breakingNews.endsAt, now)).returning()
    if (ended.length === 0) return
    await recordAudit(tx, viewer, 'breaking.end', 'front:home', { text: ended[0]?.text })
    changed('breaking')
  })
}
