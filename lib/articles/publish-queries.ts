import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { audit } from '@/db/schema/site'
import { Refused, type Viewer } from '../people/viewer'
import { mayWrite } from './article-policy'
import { type Move, movesFor } from './article-states'
import { standingOf } from './authority'
import { openArticle } from './editing/desk-content'
import type { Finding } from './publish-checks'
import { lookOver } from './publish-gate'
import { deskText } from './working-copy'

/**
 * What the publish page shows of an article: how it stands, what the checks say, and what the viewer may do with it.
 *
 * @throws {ArticleNotFound}
 * @throws {Refused} when they may not look at it
 */
export async function getPublishSheet(viewer: Viewer, id: number) {
  const { row, hasChangesNotLive, lock } = await openArticle(viewer, id)
  const db = database()
  const { text } = await deskText(db, row)
  const findings: Finding[] = await lookOver(db, row, text, new Date())
  const moves: Move[] = movesFor(viewer, await standingOf(db, viewer, row))
  const [section] = await db
    .select({ slug: sections.slug, name: sections.name })
    .from(sections)
    .where(eq(sections.slug, text.section))
  return {
    row,
    text,
    findings,
    moves,
    hasChangesNotLive,
    lock,
    section: section ?? { slug: text.section, name: text.section },
  }
}

export type PublishSheet = Awaited<ReturnType<typeof getPublishSheet>>

/** An article that is to go out, or to be taken down, at a time; or that should have. */
export type DueArticle = {
  id: number
  headline: string
  section: string
  /** `late`: its time has passed and it is not out. */
  is: 'scheduled' | 'late' | 'take-down' | 'embargo' | 'deadline'
  at: Date
  /** Why it was held when its time came. */
  why: string[]
}

const SOON = 7 * 86_400_000

/** What is due, by its time, and what is late. @throws {Refused} */
export async function getDue(viewer: Viewer): Promise<DueArticle[]> {
  if (!mayWrite(viewer)) throw new Refused(viewer, 'see what is due')
  const now = new Date()
  const until = new Date(now.getTime() + SOON)
  const { state, publishedAt, takeDownAt, embargoUntil, deadlineAt } = articles
  const unfinished = inArray(state, ['draft', 'in_review', 'ready'])
  const rows = await database()
    .select({ row: articles, section: sections.name })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(
      and(
        isNull(articles.binnedAt),
        or(
          eq(state, 'scheduled'),
          and(eq(state, 'ready'), isNotNull(publishedAt)),
          and(eq(state, 'published'), lte(takeDownAt, until)),
          and(eq(state, 'published'), lte(embargoUntil, until)),
          and(unfinished, lte(deadlineAt, until)),
        ),
      ),
    )
    .orderBy(asc(publishedAt))
  const due: DueArticle[] = []
  for (const { row, section } of rows) {
    const { id, headline } = row
    const add = (is: DueArticle['is'], at: Date | null, why: string[] = []) => {
      if (at) due.push({ id, headline, section, is, at, why })
    }
    const isHeld = row.state === 'ready' && row.publishedAt !== null
    if (isHeld) add('late', row.publishedAt, await whyHeld(id))
    if (row.state === 'scheduled') add(row.publishedAt && row.publishedAt < now ? 'late' : 'scheduled', row.publishedAt)
    if (row.state === 'published' && row.takeDownAt && row.takeDownAt > now) add('take-down', row.takeDownAt)
    if (row.state === 'published' && row.embargoUntil && row.embargoUntil > now) add('embargo', row.embargoUntil)
    if (!isHeld && ['draft', 'in_review', 'ready'].includes(row.state)) add('deadline', row.deadlineAt)
  }
  return due.sort((left, right) => left.at.getTime() - right.at.getTime())
}

async function whyHeld(id: number): Promise<string[]> {
  const [line] = await database()
    .select({ detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.subject, `article:${id}`), eq(audit.action, 'article.hold'), eq(audit.actor, 'scheduler')))
    .orderBy(desc(audit.id))
    .limit(1)
  return (line?.detail.findings as string[] | undefined) ?? []
}
