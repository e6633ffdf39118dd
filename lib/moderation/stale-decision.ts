import { and, eq, inArray } from 'drizzle-orm'
import { type Database, database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import { beginningOf } from '../beginning-of'
import type { Viewer } from '../people/viewer'
import { claimWords } from './claim'
import { claimsOfOthers } from './claim-queries'
import { type Decision, STATE_AFTER } from './decision'
import type { CommentRow } from './decision-effects'
import { lastDecisionOn } from './decision-record'
import { requireModerator } from './moderation-policy'
import { withinSections } from './within-sections'

type Seen = {
  revision: number
  decision: Decision
  /** The last decision that was seen; without it none is minded. */
  seen?: number
}

/** Why a comment is not any more what its moderator saw; null when it is. A decision is about that and nothing else. */
export async function staleWords(source: Database | Transaction, row: CommentRow, { revision, seen, decision }: Seen) {
  if (row.deletedAt) return 'Its author has deleted this comment: there is nothing to decide.'
  if (row.revision !== revision) return 'The comment was edited after you saw it. Read it again, then decide.'
  if (seen === undefined || (decision !== 'escalate' && row.state === STATE_AFTER[decision])) return null
  const last = await lastDecisionOn(source, row.id)
  if (!last || last.id === seen) return null
  return `${last.by ?? 'Somebody else'} decided on this comment after you saw it: it is ${row.state} now.`
}

const LONGEST_EXCERPT = 80

/** A comment that was to be decided on and was not, and why. Of what the viewer does not moderate nothing is told but that. */
export type LeftAlone = {
  id: number
  signature: string | null
  excerpt: string
  words: string
  /** Somebody else looks at it, and it can be taken over. */
  isClaimed: boolean
}

const NOT_THEIRS = 'It is not there, or not in a section that you moderate.'
const FREE_AGAIN = 'Somebody else looked at it when you decided, and does no more. Decide again.'

/** The same for decisions that were refused. @throws {Refused} when the viewer moderates nowhere */
export async function findStale(viewer: Viewer, refused: (Seen & { commentId: number })[]): Promise<LeftAlone[]> {
  requireModerator(viewer, 'see the queue')
  const ids = refused.map(({ commentId }) => commentId)
  const rows = await database()
    .select({ comment: comments })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(inArray(comments.id, ids), withinSections(viewer)))
  const claims = await claimsOfOthers(viewer, ids)
  const left = refused.map(async (order): Promise<LeftAlone | null> => {
    const row = rows.find(({ comment }) => comment.id === order.commentId)?.comment
    if (!row) return { id: order.commentId, signature: null, excerpt: '', words: NOT_THEIRS, isClaimed: false }
    const claim = claims.find(({ commentId }) => commentId === row.id)
    const stale = await staleWords(database(), row, order)
    if (stale === null && !claim && isAsWanted(row, order)) return null
    return {
      id: row.id,
      signature: row.signature,
      excerpt: row.deletedAt ? '…' : beginningOf(row.body, LONGEST_EXCERPT),
      words: stale ?? (claim ? claimWords(claim) : FREE_AGAIN),
      isClaimed: stale === null && claim !== undefined,
    }
  })
  return (await Promise.all(left)).filter((comment) => comment !== null)
}

function isAsWanted({ state, escalatedAt }: CommentRow, { decision }: Seen): boolean {
  return decision === 'escalate' ? escalatedAt !== null : state === STATE_AFTER[decision]
}
