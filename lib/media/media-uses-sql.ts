import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { articleMedia, articles, sections } from '@/db/schema/articles'
import { fronts, slots } from '@/db/schema/fronts'
import { authors } from '@/db/schema/people'
import { workingCopyMedia } from '@/db/schema/publishing'
import { settings } from '@/db/schema/site'
import { isOwnOf, isPublicArticle, mayOpen, mayPublish } from '../articles/article-policy'
import { obstacleTo } from '../articles/article-states'
import { mayCurate } from '../fronts/front-policy'
import { paths } from '../paths'
import type { Viewer } from '../people/viewer'
import { mayChangeSettings } from '../site/site-policy'
import type { PlaceOfPicture } from './media-policy'

/** Where a picture is shown. */
export type MediaUse = PlaceOfPicture & {
  what: 'article' | 'author' | 'front' | 'logo'
  id: number
  name: string
  /** Null where the one who asks may not look. */
  address: string | null
}

/** Everything that shows a picture, as somebody of the newsroom may know it. */
export async function findUses(tx: Transaction, viewer: Viewer, id: number): Promise<MediaUse[]> {
  return [
    ...(await articlesWith(tx, viewer, id)),
    ...(await portraitsOf(tx, viewer, id)),
    ...(await frontsWith(tx, viewer, id)),
    ...(await logoOf(tx, viewer, id)),
  ]
}

/** Articles, in their text or in changes of it that are not live yet. */
async function articlesWith(tx: Transaction, viewer: Viewer, id: number): Promise<MediaUse[]> {
  const { state, publishedAt, embargoUntil, takeDownAt, binnedAt, sectionId, slug, headline } = articles
  const rows = await tx
    .select({
      ...{ id: articles.id, headline, slug, sectionId, section: { slug: sections.slug, name: sections.name } },
      ...{ state, publishedAt, embargoUntil, takeDownAt, binnedAt },
      isOwn: sql<number>`${isOwnOf(viewer)}`,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, sectionId))
    .where(
      sql`${articles.id} in (select ${articleMedia.articleId} from ${articleMedia} where ${articleMedia.mediaId} = ${id}
        union select ${workingCopyMedia.articleId} from ${workingCopyMedia} where ${workingCopyMedia.mediaId} = ${id})`,
    )
    .orderBy(desc(publishedAt), desc(articles.id))
  return rows.map((row) => {
    const standing = { ...row, isOwn: row.isOwn === 1 }
    const use = { what: 'article' as const, id: row.id, place: `in ${row.section.name}` }
    const isTheirs = obstacleTo('write', viewer, standing) !== 'not allowed'
    const name = row.headline || 'No headline yet'
    if (mayOpen(viewer, standing)) return { ...use, isTheirs, name, address: paths.deskArticle(row.id) }
    // What is not before readers is not before colleagues of other sections either.
    return isPublicArticle(row, new Date())
      ? { ...use, isTheirs, name, address: paths.article(row) }
      : { ...use, isTheirs, name: `One in ${row.section.name} that is not public`, address: null }
  })
}

async function portraitsOf(tx: Transaction, viewer: Viewer, mediaId: number): Promise<MediaUse[]> {
  const { id, name, handle } = authors
  const rows = await tx
    .select({ id, name, handle })
    .from(authors)
    .where(eq(authors.portraitId, mediaId))
    .orderBy(asc(name))
  const isTheirs = mayPublish(viewer) && (viewer.role === 'admin' || viewer.sections === null)
  return rows.map(({ handle: of, ...row }) => ({
    ...row,
    ...{ what: 'author' as const, place: `on the page of ${row.name}`, isTheirs, address: paths.author(of) },
  }))
}

async function frontsWith(tx: Transaction, viewer: Viewer, mediaId: number): Promise<MediaUse[]> {
  const { id, name, sectionId } = fronts
  const rows = await tx
    .selectDistinct({ id, name, sectionId, section: sections.name })
    .from(slots)
    .innerJoin(fronts, eq(id, slots.frontId))
    .leftJoin(sections, eq(sections.id, sectionId))
    .where(eq(slots.imageId, mediaId))
  return rows.map((front) => {
    const isTheirs = mayCurate(viewer, front)
    const place = front.section === null ? 'on the home page' : `on the front of ${front.section}`
    const use = { what: 'front' as const, id: front.id, name: front.section ?? 'Home page', place, isTheirs }
    return { ...use, address: isTheirs ? paths.dashboardFront(front.name) : null }
  })
}

async function logoOf(tx: Transaction, viewer: Viewer, id: number): Promise<MediaUse[]> {
  const isIt = and(eq(settings.name, 'logo'), sql`${settings.value} ->> '$.id' = ${id}`)
  const [row] = await tx.select({ name: settings.name }).from(settings).where(isIt)
  if (!row) return []
  const isTheirs = mayChangeSettings(viewer)
  const use = { what: 'logo' as const, id, name: 'The paper’s logo', place: 'as the paper’s logo', isTheirs }
  return [{ ...use, address: isTheirs ? paths.settings('look') : null }]
}
