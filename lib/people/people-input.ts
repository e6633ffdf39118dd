import { z } from 'zod'
import { ROLES } from '@/db/schema/people'

const sectionIds = z.array(z.coerce.number().int().positive()).max(500)

/** A role and its limits, as the form of a person's page sends them. */
export const postSchema = z.object({ role: z.enum(ROLES, { error: 'Choose a role.' }), sectionIds })

/** Whom to invite, as what; the mailbox is checked by `mailboxOf`. */
export const invitationSchema = postSchema.extend({
  email: z
    .string()
    .trim()
    .min(1, { error: 'Write the e-mail address of whoever is invited.' })
    .max(254, { error: 'An e-mail address has at most 254 characters.' }),
})
