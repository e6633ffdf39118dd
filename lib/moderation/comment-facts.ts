import type { CommentMode } from '../articles/article'
import type { Rules } from './rules'
import type { SpamScore } from './spam-score'
import type { Token } from './tokens'
import type { WordList } from './word-list'

/** Everything that the steps ask of a comment. */
export type CommentFacts = {
  body: string
  /** What the lists read the text as, once it was read. */
  tokens?: Token[]
  isEdit: boolean
  now: Date
  areCommentsOn: boolean
  article: { isPublic: boolean; mode: CommentMode; closeAt: Date | null }
  /** The comment it answers; null for one that begins a thread. */
  parent: { isOpen: boolean } | null
  person: {
    isVerified: boolean
    isStaff: boolean
    bannedAt: Date | null
    suspendedUntil: Date | null
    /** They have asked for their account to be deleted. */
    isLeaving: boolean
    shadowHeldAt: Date | null
  }
  /** When they posted in the last hour, the latest first. */
  postedAt: Date[]
  /** They said the same somewhere of late. */
  isRepeated: boolean
  record: {
    /** Counted no further than the rules ask. */
    approved: number
    /** Comments of theirs that were decided on in the days that count, and those of them that were rejected. */
    recent: number
    recentlyRejected: number
  }
  rules: Rules
  words: { banned: WordList; suspect: WordList }
  /** Null as long as too little was learned. */
  spam: SpamScore | null
}

export type CommentInQuestion = {
  articleId: number
  parentId: number | null
  personId: number
  body: string
  /** The comment whose text this is to become; null for a new one. */
  commentId?: number | null
}
