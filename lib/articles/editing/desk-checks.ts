import { database } from '@/db/client'
import { readEnvironment } from '../../env'
import type { Viewer } from '../../people/viewer'
import { checkFacts } from '../check-facts'
import { type Finding, findingsOf } from '../publish-checks'
import { openArticle } from './desk-content'

/** What there is to say of the desk's text before it goes out, as it is saved now. @throws {Refused} */
export async function checksOf(viewer: Viewer, articleId: number): Promise<Finding[]> {
  const { content } = await openArticle(viewer, articleId)
  const { siteUrl } = readEnvironment()
  return findingsOf(await checkFacts(database(), { articleId, text: content, at: new Date(), siteUrl }))
}
