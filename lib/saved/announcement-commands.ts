import type { Transaction } from '@/db/client'
import { announcements } from '@/db/schema/notifications'
import { isPublicArticle } from '../articles/article-policy'

type Dated = Parameters<typeof isPublicArticle>[0] & { id: number }

const DAY = 86_400_000
/** What is dated further back came in from elsewhere: it is no news to anybody. */
const NEWS_FOR = 2 * DAY

/**
 * Notes, with a change and in its transaction, that an article is before readers, so that those who follow its topics are
 * told. Of one article they are told once, whatever becomes of it later.
 */
export async function noteArrival(tx: Transaction, article: Dated, now = new Date()): Promise<void> {
  if (!isPublicArticle(article, now)) return
  const { publishedAt, embargoUntil } = article
  const since = Math.max(publishedAt?.getTime() ?? 0, embargoUntil?.getTime() ?? 0)
  if (now.getTime() - since > NEWS_FOR) return
  await tx.insert(announcements).values({ articleId: article.id }).onConflictDoNothing()
}
