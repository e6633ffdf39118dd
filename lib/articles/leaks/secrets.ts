import { and, desc, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleMedia, articles, relatedArticles, sections } from '@/db/schema/articles'
import { media } from '@/db/schema/media'
import { dayInZone } from '../../dates'
import { readEnvironment } from '../../env'
import { getPublicMedia } from '../../media/media-queries'
import { renditionAddress } from '../../media/rendition-address'
import { paths } from '../../paths'
import { readSearch } from '../../search/search-input'
import { searchArticles } from '../../search/search-queries'
import { getSite } from '../../site/site-queries'
import type { ArticleInput } from '../article-input'
import { isPublic } from '../article-policy'
import { type ArticleRow, topicsOf } from '../article-record'
import { textOf } from '../article-text'
import { mediaIn, plainText } from '../body-text'
import { slugFrom } from '../slug'
import { deskText } from '../working-copy'
import type { Secret } from './public-surfaces'
import { headlinePhrase, longWords, phrasesOf, type Traces } from './traces'

/** What is known of an article that is not for readers: where to look for it, and what gives it away. */
export type Known = { secrets: Secret[]; traces: Traces }

/** Public articles that name it are looked at, as many as these. */
const NEIGHBOURS = 3
const NOWHERE = 'made-up'

export async function knowArticle(row: ArticleRow): Promise<Known> {
  const db = database()
  const { text } = await deskText(db, row)
  const versions = [text, await textOf(db, row)]
  const pictures = await hiddenPictures(row.id, versions)
  const candidates = await unsaid(longWords(versions.map(wordsIn).join('\n')))
  const phrases = versions.flatMap(({ headline, seoTitle, socialHeadline, standfirst, body }) => [
    ...headlinePhrase(headline, 'its headline'),
    ...headlinePhrase(seoTitle, 'its search title'),
    ...headlinePhrase(socialHeadline, 'its social headline'),
    ...phrasesOf(standfirst, 'words of its standfirst'),
    ...phrasesOf(plainText(body), 'words of its text'),
  ])
  const traces = { slug: row.slug, phrases, words: candidates, pictures: pictures.map(({ id }) => id) }
  return { secrets: await secretsOf(row, text, { pictures, words: candidates }), traces }
}

/** The article by each of its tags, authors, pictures and neighbours. */
async function secretsOf(
  row: ArticleRow,
  text: ArticleInput,
  { pictures, words }: { pictures: { id: number; name: string }[]; words: string[] },
): Promise<Secret[]> {
  const { zone } = await getSite()
  const { siteUrl } = readEnvironment()
  const names = await topicsOf(database(), row)
  const known = {
    ...{ site: siteUrl, id: row.id, slug: row.slug, headline: text.headline },
    day: dayInZone(row.publishedAt ?? new Date(), zone),
    bodyWord: words[0] ?? longWords(text.headline)[0] ?? row.slug,
    headWord: longWords(text.headline)[0] ?? row.slug,
  }
  const lists = {
    section: [...new Set([names.section, text.section])],
    tag: [...new Set([...names.tags, ...text.tags.map(slugFrom)])],
    author: [...new Set([...names.authors, ...text.bylines.map(slugFrom)])],
    picture: pictures.map((picture) => renditionAddress(picture, 320, 'jpg')),
    neighbour: await neighboursOf(row.id),
  }
  const rounds = Math.max(...Object.values(lists).map(({ length }) => length), 1)
  return Array.from({ length: rounds }, (_, at) => ({
    ...known,
    section: nth(lists.section, at, NOWHERE),
    tag: nth(lists.tag, at, NOWHERE),
    author: nth(lists.author, at, NOWHERE),
    picture: nth(lists.picture, at, ''),
    neighbour: nth(lists.neighbour, at, paths.latest()),
  }))
}

/** What comes again after the last is asked for once, as every address is. */
const nth = (list: string[], at: number, none: string) => list[at % Math.max(1, list.length)] ?? none

function wordsIn({ headline, standfirst, body }: ArticleInput): string {
  return [headline, standfirst, plainText(body)].join('\n')
}

/** Those words that no public article has. */
async function unsaid(words: string[]): Promise<string[]> {
  const found: string[] = []
  for (const word of words) {
    const { total } = await searchArticles(readSearch({ q: `"${word}"` }), { limit: 1, offset: 0 })
    if (total === 0) found.push(word)
  }
  return found
}

/** Pictures of the article that readers can see nowhere else. */
async function hiddenPictures(id: number, versions: ArticleInput[]): Promise<{ id: number; name: string }[]> {
  const shown = await database()
    .select({ id: articleMedia.mediaId })
    .from(articleMedia)
    .where(eq(articleMedia.articleId, id))
  const named = versions.flatMap(({ body, leadImage }) => [...mediaIn(body), ...(leadImage ? [leadImage.media] : [])])
  const all = [...named, ...shown.map((picture) => picture.id)]
  const rows = await database().select({ id: media.id, name: media.name }).from(media).where(inArray(media.id, all))
  const arePublic = await Promise.all(rows.map((row) => getPublicMedia(row.id, row.name)))
  return rows.filter((_, at) => arePublic[at] === null)
}

async function neighboursOf(id: number): Promise<string[]> {
  const rows = await database()
    .select({ slug: articles.slug, section: sections.slug })
    .from(relatedArticles)
    .innerJoin(articles, eq(articles.id, relatedArticles.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(eq(relatedArticles.relatedId, id), isPublic(new Date())))
    .orderBy(desc(articles.publishedAt))
    .limit(NEIGHBOURS)
  return rows.map(({ slug, section }) => paths.article({ slug, section: { slug: section } }))
}
