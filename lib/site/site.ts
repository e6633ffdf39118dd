import { z } from 'zod'

const timeZone = z.string().refine(isTimeZone, { error: 'A time zone is an IANA name such as Europe/London.' })

/** What the newsroom says of itself: one row of `settings` each, with what stands until the newsroom says otherwise. */
export const siteSchema = z.object({
  name: z.string().min(1).max(80).default('Broadsheet'),
  tagline: z.string().max(160).default(''),
  description: z.string().max(400).default('News, and the conversation about it.'),
  /** The newsroom's zone: in which it dates, schedules and is read. */
  zone: timeZone.default('UTC'),
  language: z.string().min(2).max(35).default('en'),
  commentRules: z
    .string()
    .max(4000)
    .default(
      'Be civil, stay on the subject, and answer what was said. Moderators remove what breaks the rules and say why.',
    ),
})

export type Site = z.infer<typeof siteSchema>

export type SectionSummary = {
  id: number
  slug: string
  name: string
  description: string
  kind: 'news' | 'opinion'
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
