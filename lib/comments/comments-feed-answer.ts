import { getArticleAt } from '../articles/article-queries'
import { readEnvironment } from '../env'
import { FEED_TYPES } from '../feeds/feed'
import { machineAnswer, movedTo, notFound, refusal } from '../feeds/machine-answer'
import { paths } from '../paths'
import { getSite } from '../site/site-queries'
import { getNewestComments } from './comment-queries'
import { COMMENTS_IN_A_FEED, writeCommentsFeed } from './comments-feed'

/** The answer at the address of the feed of an article’s conversation. */
export async function answerCommentsFeed(section: string, slug: string): Promise<Response> {
  const found = await getArticleAt(section, slug)
  if (found.is === 'moved') {
    return movedTo(paths.commentsFeed({ slug: found.slug, section: { slug: found.section } }))
  }
  if (found.is === 'killed') return refusal(410, 'The article was withdrawn.')
  if (found.is === 'nothing') return notFound()
  const { article } = found
  const [comments, site] = await Promise.all([getNewestComments(article.id, COMMENTS_IN_A_FEED), getSite()])
  return machineAnswer(writeCommentsFeed(article, comments, site, readEnvironment().siteUrl), FEED_TYPES.rss)
}
