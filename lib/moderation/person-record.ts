import { and, asc, count, desc, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { people, sessions } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import type { CommentState } from '../comments/comment'
import { type ListPage, listPage } from '../list-page'
import { findPortraits } from '../people/portrait-queries'
import type { Role, Viewer } from '../people/viewer'
import { moderatedSections, requireModerator } from './moderation-policy'

/** Somebody as moderators know them: what they said and what became of it. No address, of mail or network. */
export type PersonRecord = {
  id: number
  name: string
  role: Role
  createdAt: Date
  suspendedUntil: Date | null
  bannedAt: Date | null
  bannedReason: string | null
  /** The key of their portrait; null when they have none. */
  portrait: string | null
  /** Their comments in the sections that the viewer moderates, by state. */
  states: Record<CommentState, number>
  /** What moderators did about them, the latest first. */
  deeds: Deed[]
  /** Others who were signed in from the same network lately: it may be a household, an office or a mobile network. */
  sameNetwork: { id: number; name: string; bannedAt: Date | null }[]
}

type Deed = { id: number; at: Date; actor: string; action: string; reason: string }

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

/** What is done about people, as the audit log names it. */
const DEEDS = ['person.warn', 'person.suspend', 'person.ban', 'person.restore', 'person.portrait']
/** How far back sessions are compared. */
const NETWORK_DAYS = 90
const MOST = 20

/** What moderators know of somebody; null when there is no such person. @throws {Refused} when the viewer moderates nowhere */
export async function getPersonRecord(viewer: Viewer, id: number): Promise<PersonRecord | null> {
  requireModerator(viewer, 'see somebody’s record')
  const [person] = await database().select().from(people).where(eq(people.id, id))
  if (!person) return null
  const { name, role, createdAt, suspendedUntil, bannedAt, bannedReason } = person
  const [states, deeds, sameNetwork] = await Promise.all([statesOf(viewer, id), deedsOf(id), sameNetworkAs(id)])
  const portrait = (await findPortraits([id])).get(id) ?? null
  return { id, name, role, createdAt, suspendedUntil, bannedAt, bannedReason, portrait, states, deeds, sameNetwork }
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

function ofPerson(viewer: Viewer, personId: number): SQL {
  const limits = moderatedSections(viewer)
  const within = limits === null ? sql`1` : inArray(articles.sectionId, [...limits])
  return and(eq(comments.personId, personId), within) as SQL
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

async function deedsOf(personId: number): Promise<Deed[]> {
  const rows = await database()
    .select()
    .from(audit)
    .where(and(eq(audit.subject, `person:${personId}`), inArray(audit.action, DEEDS)))
    .orderBy(desc(audit.id))
    .limit(MOST)
  return rows.map(({ id, at, actor, action, detail }) => ({
    ...{ id, at, actor, action },
    reason: typeof detail.reason === 'string' ? detail.reason : '',
  }))
}

async function sameNetworkAs(personId: number): Promise<PersonRecord['sameNetwork']> {
  const theirs = alias(sessions, 'theirs')
  const since = new Date(Date.now() - NETWORK_DAYS * 86_400_000)
  return database()
    .selectDistinct({ id: people.id, name: people.name, bannedAt: people.bannedAt })
    .from(theirs)
    .innerJoin(
      sessions,
      and(eq(sessions.network, theirs.network), ne(sessions.personId, personId), gt(sessions.lastSeenAt, since)),
    )
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(theirs.personId, personId), ne(theirs.network, ''), gt(theirs.lastSeenAt, since)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST)
}
