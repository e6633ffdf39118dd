import { getCorrectionsPage, type ListedCorrection } from '../articles/correction-queries'
import { readEnvironment } from '../env'
import { element, type Markup, xmlDocument } from '../markup'
import { paths } from '../paths'
import type { Site } from '../site/site'
import { getSite } from '../site/site-queries'
import { FEED_TYPES } from './feed'
import { machineAnswer } from './machine-answer'

const KINDS: Record<ListedCorrection['kind'], string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  note: 'Editor’s note',
  withdrawal: 'Withdrawn',
}

/** The newest corrections and withdrawals of the paper, as RSS 2.0. */
export async function answerCorrectionsFeed(): Promise<Response> {
  const [site, { cards }] = await Promise.all([getSite(), getCorrectionsPage(1)])
  return machineAnswer(writeCorrections(cards, site, readEnvironment().siteUrl), FEED_TYPES.rss)
}

/** @param corrections newest first */
export function writeCorrections(corrections: ListedCorrection[], site: Site, siteUrl: string): string {
  const channel = element(
    'channel',
    {},
    element('title', {}, `Corrections | ${site.name}`),
    element('link', {}, siteUrl + paths.corrections()),
    element('description', {}, 'What was put right in published articles, and what was withdrawn.'),
    element('language', {}, site.language),
    element('lastBuildDate', {}, (corrections[0]?.publishedAt ?? new Date(0)).toUTCString()),
    element('atom:link', { href: siteUrl + paths.correctionsFeed(), rel: 'self', type: FEED_TYPES.rss }),
    ...corrections.map((correction) => item(correction, siteUrl)),
  )
  return xmlDocument(element('rss', { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' }, channel))
}

function item({ id, kind, text, publishedAt, article }: ListedCorrection, siteUrl: string): Markup {
  return element(
    'item',
    {},
    element('title', {}, `${KINDS[kind]}: ${article.headline}`),
    element('link', {}, siteUrl + paths.article(article)),
    element('guid', { isPermaLink: 'false' }, `tag:${new URL(siteUrl).hostname},2026:${kind}:${id}`),
    element('pubDate', {}, publishedAt.toUTCString()),
    element('description', {}, text),
  )
}
