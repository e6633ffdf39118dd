import { z } from 'zod'
import { ROLES } from '@/db/schema/people'
import type { Role } from './viewer'

/** A name is one line that shows as it is stored: no control characters, no overrides of the order of text (UTR 36). */
export const personName = z
  .string()
  .trim()
  .normalize('NFC')
  .min(1, { error: 'A name has at least one character.' })
  .max(120, { error: 'A name has at most 120 characters.' })
  .regex(/^[^\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]*$/u, { error: 'A name is one line of plain text.' })

/** What joins letters and pictures into one sign has its place in a name; what only cannot be seen has none. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cf}\p{Cc}]/u

/** The name that readers give themselves, and that their comments are signed with. */
export const displayNameSchema = z
  .string()
  .max(1000, { error: 'Use at most 60 characters for your name.' })
  .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
  .refine((text) => text !== '', { error: 'Enter the name that your comments are signed with.' })
  .refine((text) => [...text].length <= 60, { error: 'Use at most 60 characters for your name.' })
  .refine((text) => text === '' || (!/\p{Cs}/u.test(text) && /[\p{L}\p{N}]/u.test(text) && !UNSEEN.test(text)), {
    error: 'Use letters and digits for your name, and nothing that cannot be seen.',
  })

/** What an account is made with; the mailbox is checked by `mailboxOf`. */
export const newPersonSchema = z.object({ email: z.string().trim().max(254), name: personName, role: z.enum(ROLES) })

/** What comes with the link that sets an account up or chooses a password anew; an empty name changes nothing. */
export const passwordChoiceSchema = z.object({
  name: z.union([z.literal('').transform(() => undefined), personName]).optional(),
  password: z.string().max(1000, { error: 'The password is too long; use at most 128 characters.' }),
})

export type NewPerson = z.input<typeof newPersonSchema>
export type PasswordChoice = z.input<typeof passwordChoiceSchema>

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}
