import { database } from '@/db/client'
import { readEnvironment } from '../../env'
import type { Viewer } from '../../people/viewer'
import { checkFacts } from '../check-facts'
import type { ArticleContent } from '../merge/merge-content'
import { type Finding, findingsOf } from '../publish-checks'
import { openArticle } from './desk-content'
import { isRefusal } from './save-answer'

/** What there is to say of the desk's text before it goes out, as it is saved now. @throws {Refused} */
export async function checksOf(viewer: Viewer, articleId: number): Promise<Finding[]> {
  const { content } = await openArticle(viewer, articleId)
  return checksOn(articleId, content)
}

/** The same of a text that was opened already. */
export async function checksOn(articleId: number, text: ArticleContent): Promise<Finding[]> {
  const { siteUrl } = readEnvironment()
  return findingsOf(await checkFacts(database(), { articleId, text, at: new Date(), siteUrl }))
}

/** The same for whoever has just saved it; null when they may not look at it any more, such as when it is others' now. */
export async function checksAfter(viewer: Viewer, articleId: number): Promise<Finding[] | null> {
  return checksOf(viewer, articleId).catch((error: unknown) => {
    if (isRefusal(error)) return null
    throw error
  })
}
