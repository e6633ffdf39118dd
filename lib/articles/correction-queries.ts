import { and, asc, eq, gt, inArray, isNotNull, lte, min, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, corrections, sections } from '@/db/schema/articles'
import { type ListPage, listPage } from '../list-page'
import { expiresAt, oncePerRendering, reads } from '../serving/render-scope'
import type { Correction, Direction } from './article'
import { isKilled, isPublic } from './article-policy'

/** A correction with the article that it puts right, or the notice of one that was withdrawn. */
export type ListedCorrection = Correction & {
  article: { slug: string; headline: string; language: string; direction: Direction; section: { slug: string } }
}

/** Every correction of a public article and every notice of a withdrawal, newest first, a page at a time. */
export const getCorrectionsPage = oncePerRendering(async (page: number): Promise<ListPage<ListedCorrection>> => {
  reads('corrections', 'latest')
  const now = new Date()
  await expireWithTheNext(now)
  return listPage(
    page,
    () => countNotices(now),
    (range) => findNotices(now, range),
  )
})

/** What was put right in each of these articles, in order, and what is dated ahead; `shownCorrections` tells them apart. */
export async function findCorrectionsOf(articleIds: number[]): Promise<Map<number, Correction[]>> {
  const { articleId, id, kind, text, publishedAt } = corrections
  const rows = await database()
    .select({ articleId, id, kind, text, publishedAt })
    .from(corrections)
    .where(inArray(corrections.articleId, articleIds))
    .orderBy(asc(publishedAt), asc(id))
  const found = new Map<number, Correction[]>()
  for (const { articleId, ...correction } of rows) found.set(articleId, [...(found.get(articleId) ?? []), correction])
  return found
}

/** Those of an article's corrections whose time has come. One that is dated ahead shows when it comes. */
export function shownCorrections(ofOne: Correction[]): Correction[] {
  const now = new Date()
  const next = ofOne.find(({ publishedAt }) => publishedAt > now)
  if (next) expiresAt(next.publishedAt)
  return ofOne.filter(({ publishedAt }) => publishedAt <= now)
}

/** Nothing is written when a correction's time comes: the list itself must know until when it is true. */
async function expireWithTheNext(now: Date): Promise<void> {
  const [row] = await database()
    .select({ at: min(corrections.publishedAt) })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(and(isPublic(now), gt(corrections.publishedAt, now)))
  if (row?.at) expiresAt(row.at)
}

async function countNotices(now: Date): Promise<number> {
  const [[corrected], [withdrawn]] = await Promise.all([
    database()
      .select({ count: sql<number>`count(*)` })
      .from(corrections)
      .innerJoin(articles, eq(articles.id, corrections.articleId))
      .where(ofPublic(now)),
    database().select({ count: sql<number>`count(*)` }).from(articles).where(isNoticed()),
  ])
  return (corrected?.count ?? 0) + (withdrawn?.count ?? 0)
}

async function findNotices(now: Date, { limit, offset }: { limit: number; offset: number }) {
  const { slug, headline, language, direction } = articles
  const article = { articleId: articles.id, slug, headline, language, direction, section: sections.slug }
  const corrected = database()
    .select({
      id: sql<number>`${corrections.id}`.as('notice_id'),
      kind: corrections.kind,
      text: corrections.text,
      at: sql<Date>`${corrections.publishedAt}`.mapWith(corrections.publishedAt).as('notice_at'),
      ...article,
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(ofPublic(now))
  const withdrawn = database()
    .select({
      id: sql<number>`${articles.id}`.as('notice_id'),
      kind: sql<'withdrawal'>`'withdrawal'`.as('kind'),
      text: articles.killNotice,
      at: sql<Date>`${articles.killedAt}`.mapWith(articles.killedAt).as('notice_at'),
      ...article,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(isNoticed())
  const rows = await unionAll(corrected, withdrawn)
    .orderBy(sql`notice_at desc, notice_id desc`)
    .limit(limit)
    .offset(offset)
  return rows.map(({ articleId, at, slug, headline, language, direction, section, ...notice }) => {
    reads(`card:${articleId}`)
    return { ...notice, publishedAt: at, article: { slug, headline, language, direction, section: { slug: section } } }
  })
}

function ofPublic(now: Date): SQL {
  return and(isPublic(now), lte(corrections.publishedAt, now)) as SQL
}

/** Withdrawn with words to its readers. */
function isNoticed(): SQL {
  return and(isKilled(), isNotNull(articles.killNotice), sql`${articles.killNotice} <> ''`) as SQL
}
