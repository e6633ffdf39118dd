import { z } from 'zod'
import { lines } from '../plain-text'

/** A note on somebody. An empty section is every section. */
export const noteSchema = z.object({
  note: lines({ label: 'The note', min: 3, max: 2000 }),
  sectionId: z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((id) => id === null || (Number.isSafeInteger(id) && id > 0), { error: 'Choose what it is about.' }),
})

export type NoteInput = z.infer<typeof noteSchema>
