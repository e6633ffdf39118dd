import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles, sections } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { people } from '@/db/schema/people'
import { spamLessons, spamTallies } from '@/db/schema/spam'
import { paths } from '../paths'
import { isStaff } from '../people/person-policy'
import type { Viewer } from '../people/viewer'
import { wordsOnly } from './comment-facts-sql'
import { requireModerator } from './moderation-policy'
import type { PastComment } from './rehearsal'
import type { Rules } from './rules'
import { without } from './spam-proof'
import { type SpamModel, scoreSpam } from './spam-score'
import { spamWordsOf } from './spam-words'
import { type Said, SpokenHistory } from './spoken-history'
import { withinSections } from './within-sections'

/** How many of the latest comments can be looked back on. */
export const REHEARSED = [1000, 3000, 10_000] as const

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Row = Awaited<ReturnType<typeof findRows>>[number]

/**
 * The latest comments of the sections that the viewer moderates, each with what was known when it came in: what its author
 * had said and how that was decided, up to then. Suspensions, bans and closed threads are left out: they are no rules.
 *
 * @throws {Refused} when the viewer moderates nowhere
 */
export async function findPastComments(viewer: Viewer, most: number): Promise<PastComment[]> {
  requireModerator(viewer, 'rehearse rules')
  const rows = await findRows(viewer, most)
  const histories = await findHistories(rows)
  const spam = await readSpam(rows)
  const none = new SpokenHistory([])
  return rows.map((row) => pastOf(row, histories.get(row.personId ?? 0) ?? none, spam))
}

function findRows(viewer: Viewer, most: number) {
  return database()
    .select({
      ...{ id: comments.id, body: comments.body, signature: comments.signature, createdAt: comments.createdAt },
      ...{ state: comments.state, decidedBy: comments.decidedBy, personId: comments.personId, role: people.role },
      ...{ mode: articles.comments, slug: articles.slug, section: { slug: sections.slug } },
    })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(people, eq(people.id, comments.personId))
    .where(and(isNull(comments.deletedAt), withinSections(viewer)))
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(most)
}

/** Rules look back for at most 90 days. */
const FURTHEST = 90 * DAY
const AT_ONCE = 500

async function findHistories(rows: Row[]): Promise<Map<number, SpokenHistory>> {
  const found = new Map<number, Said[]>()
  const ids = [...new Set(rows.flatMap(({ personId }) => personId ?? []))]
  const since = new Date((rows.at(-1)?.createdAt.getTime() ?? 0) - FURTHEST)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const said = await database()
      .select({
        id: comments.id,
        personId: comments.personId,
        at: comments.createdAt,
        state: comments.state,
        body: comments.body,
      })
      .from(comments)
      .where(and(inArray(comments.personId, ids.slice(from, from + AT_ONCE)), gt(comments.createdAt, since)))
      .orderBy(desc(comments.createdAt))
    for (const { id, personId, at, state, body } of said) {
      const own = found.get(personId ?? 0) ?? []
      own.push({ id, at: at.getTime(), state, words: wordsOnly(body) })
      found.set(personId ?? 0, own)
    }
  }
  return new Map([...found].map(([personId, said]) => [personId, new SpokenHistory(said)]))
}

type Spam = { model: SpamModel; taught: Map<number, { words: readonly string[]; isSpam: boolean }> }

async function readSpam(rows: Row[]): Promise<Spam> {
  const tallies = await database().select().from(spamTallies)
  const words = new Map(tallies.map(({ word, spam, kept }) => [word, { spam, kept }]))
  const totals = words.get('') ?? { spam: 0, kept: 0 }
  words.delete('')
  const taught: Spam['taught'] = new Map()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const ids = rows.slice(from, from + AT_ONCE).map(({ id }) => id)
    const lessons = await database().select().from(spamLessons).where(inArray(spamLessons.commentId, ids))
    for (const { commentId, words: said, isSpam } of lessons) taught.set(commentId, { words: said, isSpam })
  }
  return { model: { totals, words }, taught }
}

function pastOf(row: Row, history: SpokenHistory, { model, taught }: Spam): PastComment {
  const { id, body, signature, createdAt, state, decidedBy, role, mode, slug, section } = row
  const at = createdAt.getTime()
  const lesson = taught.get(id)
  return {
    ...{ id, signature, address: paths.comment({ slug, section }, id) },
    facts: {
      ...{ body, isEdit: false, now: createdAt, areCommentsOn: true, parent: null },
      article: { isPublic: true, mode: mode === 'closed' ? 'open' : mode, closeAt: null },
      person: {
        ...{ isVerified: true, isStaff: role !== null && isStaff({ role }), bannedAt: null, suspendedUntil: null },
        ...{ isLeaving: false, shadowHeldAt: null },
      },
    },
    under: ({ repeatHours, recordDays, spamMinimum }: Rules) => ({
      postedAt: history.postedSince(id, at - HOUR),
      isRepeated: repeatHours > 0 && history.hadSaidSince(id, at - repeatHours * HOUR),
      record: history.recordSince(id, at - recordDays * DAY),
      // What was learned from this very comment would know it again.
      spam: scoreSpam(spamWordsOf(body), lesson ? without(model, lesson) : model, spamMinimum),
    }),
    decided: decidedBy === null ? null : state === 'approved' ? 'approved' : 'rejected',
  }
}
