import { and, eq } from 'drizzle-orm'
import { articles } from '@/db/schema/articles'
import { savedArticles } from '@/db/schema/saved'
import { isPublic } from '../articles/article-policy'
import type { Viewer } from '../people/viewer'
import { write } from '../write'

/** How many articles somebody may keep: more than anybody reads, and an end for a program that does not. */
export const MOST_SAVED = 2000

/** The list is as long as it may be. */
export class SavedFull extends Error {
  constructor() {
    super(`You have saved ${MOST_SAVED} articles, which is as many as can be kept. Remove some first.`)
    this.name = 'SavedFull'
  }
}

/**
 * Puts an article on the viewer's list. Doing it again changes nothing.
 *
 * @returns false when there is no such article for readers
 * @throws {SavedFull}
 */
export async function saveArticle(viewer: Viewer, articleId: number): Promise<boolean> {
  const personId = personOf(viewer)
  return write(async (tx) => {
    const condition = and(eq(articles.id, articleId), isPublic(new Date()))
    const [article] = await tx.select({ id: articles.id }).from(articles).where(condition)
    if (!article) return false
    if ((await tx.$count(savedArticles, eq(savedArticles.personId, personId))) >= MOST_SAVED) throw new SavedFull()
    await tx.insert(savedArticles).values({ personId, articleId }).onConflictDoNothing()
    return true
  })
}

/** Takes an article off the viewer's list. Doing it again changes nothing. */
export async function removeSaved(viewer: Viewer, articleId: number): Promise<void> {
  const own = eq(savedArticles.personId, personOf(viewer))
  await write(
    async (tx) => void (await tx.delete(savedArticles).where(and(own, eq(savedArticles.articleId, articleId)))),
  )
}

function personOf({ personId, name }: Viewer): number {
  if (personId === null) throw new Error(`${name} is nobody who could save an article.`)
  return personId
}
