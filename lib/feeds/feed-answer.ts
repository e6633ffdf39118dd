import { readPart } from '../paths'
import { writeAtom } from './atom'
import { FEED_TYPES, type Feed, type FeedFormat, type FeedOf } from './feed'
import { getFeed } from './feed-queries'
import { writeJsonFeed } from './json-feed'
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
  return new Response(WRITERS[format](feed), { headers: { 'content-type': `${FEED_TYPES[format]}; charset=utf-8` } })
}

/** For machines that ask for what is not there. */
export function notFound(): Response {
  return new Response('There is nothing at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
