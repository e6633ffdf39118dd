import { and, asc, count, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { commentReports, comments, commentTexts } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import type { CommentState } from '../comments/comment'
import { type ListPage, listPage } from '../list-page'
import type { Viewer } from '../people/viewer'
import { requireModerator } from './moderation-policy'
import type { ReportOutcome } from './report-answer'
import { withinSections } from './within-sections'

/** A report of illegal content as moderators see it. */
export type IllegalReport = {
  id: number
  createdAt: Date
  details: string
  reporter: { id: number; name: string } | null
  decidedAt: Date | null
  decidedBy: string | null
  outcome: ReportOutcome | null
  answer: string
  /** What the comment said when it was reported. */
  reportedText: string
  comment: {
    id: number
    body: string
    revision: number
    state: CommentState
    isDeleted: boolean
    personId: number | null
    signature: string
    createdAt: Date
  }
  article: { headline: string; slug: string; section: { slug: string; name: string } }
}

/** Which of them: those that wait for an answer, or those that have one. */
export type ReportKind = 'open' | 'decided'

/** Reports of illegal content in the sections that the viewer moderates: what waits the oldest first. @throws {Refused} */
export async function listIllegalReports(
  viewer: Viewer,
  { kind, page }: { kind: ReportKind; page: number },
): Promise<ListPage<IllegalReport>> {
  requireModerator(viewer, 'see reports')
  const isKind = kind === 'open' ? isNull(commentReports.decidedAt) : isNotNull(commentReports.decidedAt)
  const wanted = and(visible(viewer), isKind) as SQL
  const order = kind === 'open' ? asc(commentReports.createdAt) : desc(commentReports.decidedAt)
  return listPage(
    page,
    () => countWanted(wanted),
    async ({ limit, offset }) =>
      (await select().where(wanted).orderBy(order, asc(commentReports.id)).limit(limit).offset(offset)).map(toReport),
  )
}

/** How many wait for an answer. @throws {Refused} */
export async function countOpenIllegalReports(viewer: Viewer): Promise<number> {
  requireModerator(viewer, 'see reports')
  return countWanted(and(visible(viewer), isNull(commentReports.decidedAt)) as SQL)
}

/** One of them; null when there is no such one in the sections that the viewer moderates. @throws {Refused} */
export async function getIllegalReport(viewer: Viewer, id: number): Promise<IllegalReport | null> {
  requireModerator(viewer, 'see reports')
  const [row] = await select().where(and(visible(viewer), eq(commentReports.id, id)))
  return row ? toReport(row) : null
}

function visible(viewer: Viewer): SQL {
  return and(eq(commentReports.isIllegal, true), withinSections(viewer)) as SQL
}

async function countWanted(wanted: SQL): Promise<number> {
  const [row] = await database()
    .select({ total: count() })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(wanted)
  return row?.total ?? 0
}

const deciders = alias(people, 'deciders')

function select() {
  return database()
    .select({
      report: commentReports,
      comment: comments,
      before: commentTexts.body,
      headline: articles.headline,
      slug: articles.slug,
      section: { slug: sections.slug, name: sections.name },
      reporter: people.name,
      decider: deciders.name,
    })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(people, eq(people.id, commentReports.personId))
    .leftJoin(deciders, eq(deciders.id, commentReports.decidedBy))
    .leftJoin(
      commentTexts,
      and(eq(commentTexts.commentId, comments.id), eq(commentTexts.revision, commentReports.revision)),
    )
}

function toReport(row: Awaited<ReturnType<typeof select>>[number]): IllegalReport {
  const { report, comment, before, headline, slug, section, reporter, decider } = row
  const { id, createdAt, details, decidedAt, outcome, answer, personId } = report
  const { body, revision, state, signature } = comment
  return {
    ...{ id, createdAt, details, decidedAt, outcome, answer },
    reporter: personId !== null && reporter !== null ? { id: personId, name: reporter } : null,
    decidedBy: decider,
    reportedText: before ?? body,
    comment: {
      ...{ id: comment.id, body, revision, state, signature, personId: comment.personId },
      ...{ createdAt: comment.createdAt, isDeleted: comment.deletedAt !== null },
    },
    article: { headline, slug, section },
  }
}
