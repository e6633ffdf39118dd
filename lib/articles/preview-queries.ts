import { eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { articleMedia, sections } from '@/db/schema/articles'
import { authors } from '@/db/schema/people'
import { mayUseMedia } from '../media/media-policy'
import type { Viewer } from '../people/viewer'
import type { Article, Image } from './article'
import { findImages } from './article-cards'
import type { ArticleInput } from './article-input'
import { mayOpen } from './article-policy'
import { ArticleNotFound, type ArticleRow, findRow } from './article-record'
import { standingOf } from './authority'
import { mediaIn } from './body-text'
import { findCorrectionsOf, shownCorrections } from './correction-queries'
import { articleOfKey } from './preview-links'
import { countWords } from './reading-time'
import { slugFrom } from './slug'
import { deskText } from './working-copy'

/** The key with which staff see the pictures of their own previews. */
export const DESK_KEY = 'desk'

/** An article as it would be read if the desk's text went out now; null for whoever may not look at it. */
export async function previewForStaff(viewer: Viewer, articleId: number): Promise<Article | null> {
  const row = await rowOf(articleId)
  return row && (await mayLook(viewer, row)) ? draftOf(row) : null
}

/**
 * The same for whoever has a link. What is under embargo is shown to nobody before its time, but to those of the newsroom
 * who may open it.
 *
 * @param viewer who asks, if they are signed in
 */
export async function previewByKey(key: string, viewer: Viewer | null): Promise<Article | null> {
  const row = await rowByKey(key, viewer)
  return row && draftOf(row)
}

/** Whether a picture belongs to what a key opens. */
export async function mayPreviewPicture(key: string, mediaId: number, viewer: Viewer | null): Promise<boolean> {
  if (key === DESK_KEY) return viewer !== null && mayUseMedia(viewer)
  const row = await rowByKey(key, viewer)
  if (!row) return false
  const { text } = await deskText(database(), row)
  const shown = await database()
    .select({ id: articleMedia.mediaId })
    .from(articleMedia)
    .where(eq(articleMedia.articleId, row.id))
  return [...mediaIn(text.body), text.leadImage?.media, ...shown.map(({ id }) => id)].includes(mediaId)
}

async function rowByKey(key: string, viewer: Viewer | null): Promise<ArticleRow | null> {
  const articleId = await articleOfKey(key)
  const row = articleId === null ? null : await rowOf(articleId)
  if (!row || row.state === 'killed') return null
  const isEmbargoed = row.embargoUntil !== null && row.embargoUntil > new Date()
  if (isEmbargoed && !(viewer && (await mayLook(viewer, row)))) return null
  return row
}

async function rowOf(articleId: number): Promise<ArticleRow | null> {
  try {
    const row = await findRow(database(), articleId)
    return row.binnedAt === null ? row : null
  } catch (error) {
    if (error instanceof ArticleNotFound) return null
    throw error
  }
}

async function mayLook(viewer: Viewer, row: ArticleRow): Promise<boolean> {
  return mayOpen(viewer, await standingOf(database(), viewer, row))
}

async function draftOf(row: ArticleRow): Promise<Article | null> {
  const { text } = await deskText(database(), row)
  const [section] = await database()
    .select({ slug: sections.slug, name: sections.name, kind: sections.kind })
    .from(sections)
    .where(eq(sections.slug, text.section))
  if (!section) return null
  const lead = text.leadImage
  const images = await findImages([...mediaIn(text.body), ...(lead ? [lead.media] : [])])
  const { kind, kicker, headline, standfirst, language, direction, dateline, contributors, keyPoints, body } = text
  const { seoTitle, seoDescription, socialHeadline, comments } = text
  return {
    ...{ id: row.id, slug: row.slug, section, kind, kicker, headline, standfirst, language, direction },
    ...{ dateline, contributors, keyPoints, body, seoTitle, seoDescription, socialHeadline, comments, images },
    ...{ bylines: await authorsNamed(text.bylines), portrait: null, commentCount: 0, commentsCloseAt: null },
    ...{ publishedAt: row.publishedAt ?? new Date(), updatedAt: row.updatedAt, words: countWords(body, language) },
    image: leadOf(lead, images),
    tags: text.tags.map((spelling) => ({ spelling, slug: slugFrom(spelling) })),
    corrections: shownCorrections((await findCorrectionsOf([row.id])).get(row.id) ?? []),
  }
}

function leadOf(lead: ArticleInput['leadImage'], images: Map<number, Image>): Image | null {
  const image = lead && images.get(lead.media)
  if (!lead || !image) return null
  return {
    ...image,
    ...{ alt: lead.alt || image.alt, caption: lead.caption || image.caption, credit: lead.credit || image.credit },
  }
}

async function authorsNamed(names: string[]): Promise<Article['bylines']> {
  if (names.length === 0) return []
  const known = await database()
    .select({ handle: authors.handle, name: authors.name })
    .from(authors)
    .where(inArray(authors.name, names))
  return names.map((name) => known.find((author) => author.name === name) ?? { name, handle: slugFrom(name) })
}
