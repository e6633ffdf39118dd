import { z } from 'zod'
import { lines } from '../plain-text'

/** What a report of illegal content can be found to be. */
export const REPORT_OUTCOMES = ['upheld', 'dismissed'] as const
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number]

/** How an answer may begin; its end is the moderator's. */
export const SUGGESTED_ANSWERS: Record<ReportOutcome, string> = {
  upheld: 'We have looked at the comment that you reported. We have taken it down, because …',
  dismissed: 'We have looked at the comment that you reported. We have left it up, because …',
}

/** What whoever reported it is told first, whatever the moderator's words. */
export const OUTCOME_WORDS: Record<ReportOutcome, string> = {
  upheld: 'The comment was taken down.',
  dismissed: 'The comment stays.',
}

const answer = lines({ label: 'The answer', min: 1, max: 2000 }).refine((text) => !text.endsWith('because …'), {
  error: 'Finish the answer: say why, in your own words.',
})

/** A decision on a report of illegal content. `revision` is the text that the moderator read. */
export const reportAnswerSchema = z.object({
  outcome: z.enum(REPORT_OUTCOMES, { error: 'Choose what to do.' }),
  revision: z.coerce.number().int().positive(),
  answer,
})

export type ReportAnswer = z.infer<typeof reportAnswerSchema>
