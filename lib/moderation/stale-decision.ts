import { and, eq } from 'drizzle-orm'
import { type Database, database, type Transaction } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { comments } from '@/db/schema/comments'
import type { Viewer } from '../people/viewer'
import { type Decision, STATE_AFTER } from './decision'
import type { CommentRow } from './decision-effects'
import { lastDecisionOn } from './decision-record'
import { requireModerator } from './moderation-policy'
import { withinSections } from './queue-sql'

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

/** The same for a decision that was refused; null when there is nothing to say. @throws {Refused} */
export async function findStaleWords(viewer: Viewer, { commentId, ...seen }: Seen & { commentId: number }) {
  requireModerator(viewer, 'see the queue')
  const [row] = await database()
    .select({ comment: comments })
    .from(comments)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .where(and(eq(comments.id, commentId), withinSections(viewer)))
  return row ? staleWords(database(), row.comment, seen) : null
}
