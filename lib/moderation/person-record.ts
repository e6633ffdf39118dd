import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { shadowHolds } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import type { CommentState } from '../comments/comment'
import { type ListPage, listPage } from '../list-page'
import { findPortraits } from '../people/portrait-queries'
import type { Role, Viewer } from '../people/viewer'
import { moderatedSections, requireModerator } from './moderation-policy'
import { type PersonDeed, personDeeds } from './person-deeds'
import { type Neighbour, sameNetworkAs } from './same-network'
import { holdsAt } from './shadow-hold'
import { withinSections } from './within-sections'

/** Somebody as moderators know them: what they said and what became of it. No address, of mail or network. */
export type PersonRecord = {
  id: number
  name: string
  role: Role
  createdAt: Date
  suspendedUntil: Date | null
  bannedAt: Date | null
  /** Null, too, for a viewer who does not see the deed. */
  bannedReason: string | null
  /** Null when their comments are not held; without its reason for a viewer who is limited to sections. */
  shadowHold: { since: Date; until: Date | null; reason: string } | null
  /** The key of their portrait; null when they have none. */
  portrait: string | null
  /** Their comments in the sections that the viewer moderates, by state. */
  states: Record<CommentState, number>
  /** What moderators did about them, the latest first; in the sections that the viewer moderates, and by the viewer. */
  deeds: PersonDeed[]
  /**
   * Others who were signed in from the same network lately: it may be a household, an office or a mobile network. For a
   * viewer who is limited to sections, those of them who wrote there.
   */
  sameNetwork: Neighbour[]
}

export type RecordedComment = {
  id: number
  state: CommentState
  body: string
  createdAt: Date
  isEdited: boolean
  isDeleted: boolean
  openReports: number
  decidedReason: string | null
  article: { headline: string; slug: string; section: { slug: string } }
}

/** What moderators know of somebody; null when there is no such person. @throws {Refused} when the viewer moderates nowhere */
export async function getPersonRecord(viewer: Viewer, id: number): Promise<PersonRecord | null> {
  requireModerator(viewer, 'see somebody’s record')
  const [person] = await database().select().from(people).where(eq(people.id, id))
  if (!person) return null
  const { name, role, createdAt, suspendedUntil, bannedAt } = person
  const [states, deeds, sameNetwork, shadowHold, portraits] = await Promise.all([
    statesOf(viewer, id),
    personDeeds(viewer, id),
    sameNetworkAs(viewer, id),
    findShadowHold(viewer, id),
    findPortraits([id]),
  ])
  const seesBan = moderatedSections(viewer) === null || deeds.some(({ action }) => action === 'person.ban')
  return {
    ...{ id, name, role, createdAt, suspendedUntil, bannedAt, shadowHold, states, deeds, sameNetwork },
    bannedReason: seesBan ? person.bannedReason : null,
    portrait: portraits.get(id) ?? null,
  }
}

/**
 * What somebody said, the latest first, in the sections that the viewer moderates.
 *
 * @param state those in one state alone
 * @throws {Refused} when the viewer moderates nowhere
 */
export async function listPersonComments(
  viewer: Viewer,
  personId: number,
  { state, page }: { state: CommentState | null; page: number },
): Promise<ListPage<RecordedComment>> {
  requireModerator(viewer, 'see somebody’s comments')
  const wanted = and(ofPerson(viewer, personId), state ? eq(comments.state, state) : sql`1`) as SQL
  const from = () =>
    database()
      .select({ comment: comments, headline: articles.headline, slug: articles.slug, section: sections.slug })
      .from(comments)
      .innerJoin(articles, eq(articles.id, comments.articleId))
      .innerJoin(sections, eq(sections.id, articles.sectionId))
  return listPage(
    page,
    async () => {
      const [row] = await database()
        .select({ total: count() })
        .from(comments)
        .innerJoin(articles, eq(articles.id, comments.articleId))
        .where(wanted)
      return row?.total ?? 0
    },
    async ({ limit, offset }) =>
      (await from().where(wanted).orderBy(desc(comments.createdAt), desc(comments.id)).limit(limit).offset(offset)).map(
        ({ comment, headline, slug, section }) => ({
          id: comment.id,
          state: comment.state,
          body: comment.body,
          createdAt: comment.createdAt,
          isEdited: comment.editedAt !== null,
          isDeleted: comment.deletedAt !== null,
          openReports: comment.openReports,
          decidedReason: comment.decidedReason,
          article: { headline, slug, section: { slug: section } },
        }),
      ),
  )
}

/** The comment that something is done about somebody because of. */
export type CauseComment = { id: number; body: string; headline: string; sectionId: number }

/** One of somebody's comments in the sections that the viewer moderates; null when there is no such one. @throws {Refused} */
export async function findCause(viewer: Viewer, personId: number, commentId: number): Promise<CauseComment | null> {
  requireModerator(viewer, 'see somebody’s comments')
  if (!Number.isSafeInteger(commentId) || commentId < 1) return null
  const { headline, sectionId } = articles
  const [row] = await database()
    .select({ id: comments.id, body: comments.body, headline, sectionId })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(eq(comments.id, commentId), ofPerson(viewer, personId)))
  return row ?? null
}

function ofPerson(viewer: Viewer, personId: number): SQL {
  return and(eq(comments.personId, personId), withinSections(viewer)) as SQL
}

async function statesOf(viewer: Viewer, personId: number): Promise<Record<CommentState, number>> {
  const rows = await database()
    .select({ state: comments.state, total: count() })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(ofPerson(viewer, personId))
    .groupBy(comments.state)
  return {
    ...{ approved: 0, pending: 0, rejected: 0, spam: 0 },
    ...Object.fromEntries(rows.map(({ state, total }) => [state, total])),
  }
}

async function findShadowHold(viewer: Viewer, personId: number): Promise<PersonRecord['shadowHold']> {
  const [row] = await database()
    .select({ since: shadowHolds.heldAt, until: shadowHolds.until, reason: shadowHolds.reason })
    .from(shadowHolds)
    .where(and(eq(shadowHolds.personId, personId), holdsAt(new Date())))
  if (!row) return null
  return moderatedSections(viewer) === null ? row : { ...row, reason: '' }
}
