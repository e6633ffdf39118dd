import { getArticleAt } from '../articles/article-queries'
import { readEnvironment } from '../env'
import { readPart } from '../paths'
import { getSite } from '../site/site-queries'
import { machineAnswer, notFound, refusal } from './machine-answer'
import { OEMBED_TYPES, oEmbedOf, roomOf, writeOEmbed } from './oembed'

/**
 * The answer of the oEmbed provider (oembed.com §2.3).
 *
 * @param query the parameters of the canonical address
 */
export async function answerOEmbed(query: URLSearchParams): Promise<Response> {
  const format = query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return refusal(501, 'The format is json or xml.')
  const { siteUrl } = readEnvironment()
  const [section, slug] = partsBelow(siteUrl, query.get('url') ?? '')
  if (!section || !slug) return notFound()
  const found = await getArticleAt(section, slug)
  if (found.is === 'killed') return refusal(410, 'This article was withdrawn.')
  const article = found.is === 'moved' ? await getArticleAt(found.section, found.slug) : found
  if (article.is !== 'article') return notFound()
  const room = roomOf(query.get('maxwidth'), query.get('maxheight'))
  const response = oEmbedOf(article.article, await getSite(), siteUrl, room)
  return machineAnswer(writeOEmbed(response, format), OEMBED_TYPES[format])
}

/** The parts of an address of ours, in plain letters; none of another site's. */
function partsBelow(siteUrl: string, address: string): string[] {
  if (!address.startsWith(`${siteUrl}/`)) return []
  const parts = address.slice(siteUrl.length + 1).split('/')
  return parts.length === 2 ? parts.map(readPart) : []
}
