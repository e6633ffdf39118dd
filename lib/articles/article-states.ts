import { mayInSection } from '../people/person-policy'
import type { Viewer } from '../people/viewer'
import type { ArticleState } from './article'

/**
 * How an article moves between states, and who may move it: the one table that every door asks, forms, imports, the
 * clock and the operator's tool alike.
 */

/** Who may make a move: a writer whose article it is, every editor of its section, or only an admin. */
type Mover = 'writer' | 'editor' | 'admin'

type MoveRule = {
  from: readonly ArticleState[]
  /** Where it ends; null where the state stays. */
  to: ArticleState | null
  who: Mover
  /** What the button says. */
  verb: string
  /** What was done, for sentences such as “it cannot be published”. */
  done: string
}

const UNFINISHED = ['draft', 'in_review', 'ready'] as const
const NOT_BEFORE_READERS = [...UNFINISHED, 'unpublished', 'killed'] as const
const EVERY = [...NOT_BEFORE_READERS, 'scheduled', 'published'] as const

export const MOVES = {
  submit: { from: ['draft'], to: 'in_review', who: 'writer', verb: 'Send to the desk', done: 'sent to the desk' },
  withdraw: { from: ['in_review'], to: 'draft', who: 'writer', verb: 'Take back to draft', done: 'taken back' },
  return: { from: ['in_review', 'ready'], to: 'draft', who: 'editor', verb: 'Send back', done: 'sent back' },
  accept: { from: ['draft', 'in_review'], to: 'ready', who: 'editor', verb: 'Mark as ready', done: 'marked as ready' },
  schedule: {
    from: [...UNFINISHED, 'scheduled', 'unpublished'],
    to: 'scheduled',
    who: 'editor',
    verb: 'Schedule',
    done: 'scheduled',
  },
  unschedule: {
    from: ['scheduled'],
    to: 'ready',
    who: 'editor',
    verb: 'Take off schedule',
    done: 'taken off schedule',
  },
  publish: {
    from: [...UNFINISHED, 'scheduled', 'unpublished', 'published'],
    to: 'published',
    who: 'editor',
    verb: 'Publish',
    done: 'published',
  },
  embargo: { from: EVERY, to: null, who: 'editor', verb: 'Embargo', done: 'embargoed' },
  correct: { from: EVERY, to: null, who: 'editor', verb: 'Correct', done: 'corrected' },
  unpublish: {
    from: [...UNFINISHED, 'scheduled', 'published', 'unpublished'],
    to: 'unpublished',
    who: 'editor',
    verb: 'Unpublish',
    done: 'unpublished',
  },
  kill: { from: ['published', 'unpublished', 'killed'], to: 'killed', who: 'editor', verb: 'Kill', done: 'killed' },
  reinstate: { from: ['killed'], to: 'unpublished', who: 'admin', verb: 'Reinstate', done: 'reinstated' },
  bin: { from: NOT_BEFORE_READERS, to: null, who: 'writer', verb: 'Move to the bin', done: 'binned' },
  restore: { from: NOT_BEFORE_READERS, to: null, who: 'writer', verb: 'Restore', done: 'restored' },
  assign: { from: EVERY, to: null, who: 'editor', verb: 'Assign', done: 'assigned' },
  write: { from: EVERY, to: null, who: 'writer', verb: 'Edit', done: 'changed' },
} as const satisfies Record<string, MoveRule>

export type Move = keyof typeof MOVES

/** States in which a writer who is no editor may still change their own article. */
const WRITERS_STATES: readonly ArticleState[] = ['draft', 'in_review']

/** What the rules look at in an article. */
export type Standing = {
  state: ArticleState
  sectionId: number
  binnedAt: Date | null
  /** Whether the one who asks began it, is assigned to it or is named in its byline. */
  isOwn: boolean
}

/** Why a move cannot be made: who asks may not, or it does not follow from where the article is. */
export type Obstacle = 'not allowed' | 'wrong state'

/**
 * Whether somebody may make a move with an article.
 *
 * @returns null when they may
 */
export function obstacleTo(move: Move, viewer: Viewer, article: Standing): Obstacle | null {
  if (!mayMove(move, viewer, article)) return 'not allowed'
  const { from } = MOVES[move]
  if ((article.binnedAt !== null) !== (move === 'restore')) return 'wrong state'
  return (from as readonly ArticleState[]).includes(article.state) ? null : 'wrong state'
}

/** The moves that somebody could make now, in the order of the table. */
export function movesFor(viewer: Viewer, article: Standing): Move[] {
  return (Object.keys(MOVES) as Move[]).filter((move) => obstacleTo(move, viewer, article) === null)
}

function mayMove(move: Move, viewer: Viewer, article: Standing): boolean {
  const { role } = viewer
  if (role === 'admin') return true
  const { who } = MOVES[move]
  if (who === 'admin' || !mayInSection(viewer, article.sectionId)) return false
  if (role === 'editor') return true
  return role === 'author' && who === 'writer' && article.isOwn && WRITERS_STATES.includes(article.state)
}
