import { readPart } from '../paths'
import { writeAtom } from './atom'
import { FEED_TYPES, type Feed, type FeedFormat, type FeedOf } from './feed'
import { getFeed } from './feed-queries'
import { writeJsonFeed } from './json-feed'
import { machineAnswer, notFound } from './machine-answer'
import { writeRss } from './rss'

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss: writeRss, atom: writeAtom, json: writeJsonFeed }

/**
 * The answer at a feed's address.
 *
 * @param list what it is of, its name as it stands in the address
 */
export async function answerFeed(format: FeedFormat, list: FeedOf): Promise<Response> {
  const feed = await getFeed(list.is === 'site' ? list : { ...list, name: readPart(list.name) })
  if (!feed) return notFound()
  return machineAnswer(WRITERS[format](feed), FEED_TYPES[format])
}
