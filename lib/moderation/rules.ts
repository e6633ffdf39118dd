import { z } from 'zod'

const outcome = z.enum(['off', 'hold', 'reject'])

/** What the newsroom can set of the steps, with what stands until it does: the row `moderation` of `settings`. */
export const rulesSchema = z.object({
  /** The longest comment, in characters as people count them. */
  maximumLength: z.number().int().min(100).max(20_000).default(2000),
  /** Comments of a person in a minute; 0 for no rule. */
  perMinute: z.number().int().min(0).max(100).default(6),
  /** Comments of a person in an hour; 0 for no rule. */
  perHour: z.number().int().min(0).max(1000).default(60),
  /** For how many hours the same text of the same person is refused; 0 for no rule. */
  repeatHours: z.number().int().min(0).max(720).default(24),
  bannedWords: outcome.default('reject'),
  suspectWords: outcome.default('hold'),
  /** A comment with more links than this is held; null for no rule. */
  maximumLinks: z.number().int().min(0).max(50).nullable().default(2),
  /** How many comments of a person must have been approved before theirs are published at once. */
  firstComments: z.number().int().min(0).max(50).default(0),
  /** Comments are held when more than this share of a person's were rejected lately; null for no rule. */
  rejectedShare: z.number().min(0.05).max(1).nullable().default(0.3),
  /** What lately means, in days. */
  recordDays: z.number().int().min(1).max(90).default(7),
  /** A share of fewer comments than this says nothing of a person. */
  recordMinimum: z.number().int().min(1).max(100).default(3),
  /** Comments that are spam with more than this probability are held; null for no rule. */
  spamThreshold: z.number().min(0.5).max(0.999).nullable().default(0.9),
  /** How many decisions of each kind the score must have learned from before it says anything. */
  spamMinimum: z.number().int().min(10).max(10_000).default(50),
  /** Every comment on every article waits for a moderator. */
  holdEverything: z.boolean().default(false),
})

export type Rules = z.infer<typeof rulesSchema>

export const DEFAULT_RULES: Rules = rulesSchema.parse({})
