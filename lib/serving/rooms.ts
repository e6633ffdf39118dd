import { join } from 'node:path'
import type { Environment } from '../env'
import { log } from '../log'
import { BroughtBodies } from './brought-bodies'
import { ChangeFeed } from './change-feed'
import { CommentStreams } from './comment-streams'
import { editionsBefore, pagesIn } from './editions'
import { MediaFiles } from './media-files'
import { metrics } from './metrics'
import { MissingCounts } from './missing-counts'
import { JOINED } from './page-styles'
import type { PressDoor } from './press-door'
import { PublicPages } from './public-pages'
import { ReadDepths } from './read-depths'
import type { Rooms } from './request-handler'
import { SearchLimit } from './search-limit'
import { documentHeaders, fileHeaders, workerHeaders } from './security-headers'
import { speculationHeader } from './speculation'
import { StaticFiles } from './static-files'
import { ViewCounts } from './view-counts'
import type { WireDoor } from './wire-door'

/** Bytes that finished pages may take: some ten thousand articles with their lists. */
const PAGE_CACHE_BYTES = 256 * 1024 * 1024

/** Fonts, whose names change with their content (public/fonts/pin-fonts.mjs). */
const FONT = /(?:^|\/)[\w-]+-[0-9a-f]{8}\.woff2$/

/** More at once would only take turns with each other: four for each of the threads that render. */
const RENDERS_AT_ONCE = 8
const WAITING = 500

type House = {
  environment: Environment
  /** The folder of the build that is served. */
  edition: string
  press: PressDoor
  wire: WireDoor
  isStopping: () => boolean
}

/** Furnishes everything that answers requests. */
export function makeRooms({ environment, edition, press, wire, isStopping }: House): Rooms {
  const { siteUrl, dataDir, metricsToken, trustProxy, indexNow } = environment
  const forFiles = fileHeaders(siteUrl)
  const feed = new ChangeFeed()
  const catchUp = () => feed.lookNow()
  const pages = new PublicPages({
    render: (address) => (wire.takes(address) ? wire : press).page(address),
    catchUp,
    headers: documentHeaders(siteUrl),
    headersOf: speculationHeader,
    limit: PAGE_CACHE_BYTES,
    renders: RENDERS_AT_ONCE,
    waiting: WAITING,
    onRender: (address, { status, reads, milliseconds }) => {
      metrics.renders.observe(milliseconds / 1000)
      log.debug({ address, status, milliseconds: Math.round(milliseconds), reads }, 'rendered')
    },
  })
  press.answerBy((keys) => pages.dependants(keys))
  metrics.gauge('broadsheet_page_cache_bytes', 'Bytes of finished pages.', () => pages.bytes)
  metrics.gauge('broadsheet_page_cache_pages', 'Finished pages.', () => pages.count)
  const streams = new CommentStreams({
    lookNow: catchUp,
    proxies: trustProxy,
    siteUrl,
    headers: documentHeaders(siteUrl),
  })
  metrics.gauge('broadsheet_comment_streams', 'Open streams of new comments.', () => streams.count)
  const views = new ViewCounts((tally) => press.recordReading(tally), {
    host: new URL(siteUrl).host,
    proxies: trustProxy,
  })
  const files = new StaticFiles(forFiles)
    .add(join(edition, 'public'), '/', (name) => FONT.test(name))
    .withWorker('/sw.js', workerHeaders(siteUrl))
  // A page that was fetched before the last build, or is kept on a device, still finds what it names.
  for (const folder of [...editionsBefore(edition), edition])
    files
      .add(join(pagesIn(folder), 'static'), '/_next/static/', () => true)
      .addGrowing(join(folder, 'reader'), '/reader/', JOINED)
      .add(join(folder, 'public/fonts'), '/fonts/', (name) => FONT.test(name))
  // Shows search engines that whoever tells them of changes speaks for this site.
  if (indexNow) files.addText(`/${indexNow.key}.txt`, indexNow.key)
  return {
    pages,
    files,
    media: new MediaFiles(join(dataDir, 'media'), forFiles),
    privatePages: {
      answer: (request) => press.answer(request),
      bodies: new BroughtBodies(join(dataDir, 'uploads')),
      ...{ catchUp, siteUrl, proxies: trustProxy },
    },
    feed,
    searches: new SearchLimit(trustProxy),
    streams,
    views,
    missing: new MissingCounts((tally) => press.recordMissing(tally), new URL(siteUrl).host),
    depths: new ReadDepths(views, trustProxy),
    readiness: { isStopping, pressHealth: () => press.health(), metricsToken },
  }
}
