import { z } from 'zod'
import { zonedToDate } from '../dates'
import { lines } from '../plain-text'

const DAY = 86_400_000
const LONGEST = 3650 * DAY

/** Why somebody is suspended or banned: they are told it in these words. */
export const reasonSchema = lines({ label: 'The reason', min: 3, max: 500 })

/** The comment that something is done about somebody because of; an empty field is none. */
const comment = z
  .string()
  .optional()
  .transform((typed) => (typed ? Number(typed) : undefined))
  .refine((id) => id === undefined || (Number.isSafeInteger(id) && id > 0), { error: 'That is no comment.' })

/**
 * The end of the day until which somebody is suspended.
 *
 * @param zone the newsroom's, whose days are meant
 */
export function suspensionSchema(zone: string, now = new Date()) {
  return z.object({
    reason: reasonSchema,
    comment,
    until: z.string().transform((day, context) => {
      const until = zonedToDate(`${day}T23:59:59`, zone)
      if (until && until > now && until.getTime() < now.getTime() + LONGEST) return until
      context.addIssue({ code: 'custom', message: 'Choose a day that is still to come, within ten years.' })
      return z.NEVER
    }),
  })
}

export const banSchema = z.object({ reason: reasonSchema, comment })
