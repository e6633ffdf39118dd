import { z } from 'zod'
import { isColour } from './accent'

const timeZone = z.string().refine(isTimeZone, { error: 'A time zone is an IANA name such as Europe/London.' })
const colour = z.string().refine(isColour, { error: 'A colour is written as #rrggbb.' })

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
  /** Off, nobody can comment anywhere; what was said stays. */
  commentsAreOn: z.boolean().default(true),
  /** How comments are on a new article. */
  commentMode: z.enum(['open', 'premoderated', 'closed']).default('open'),
  /** How many days after its publication an article's comments close; 0 for never. */
  commentsCloseAfterDays: z.number().int().min(0).max(3650).default(0),
  /** The house's colour in the place of petrol. */
  accent: z.object({ light: colour, dark: colour }).nullable().default(null),
  /** A picture in the place of the name at the head of every page. */
  logo: z
    .object({ id: z.number().int(), name: z.string(), width: z.number().int(), height: z.number().int() })
    .nullable()
    .default(null),
  /** On dark pages the logo's light and dark change places. */
  isLogoInverted: z.boolean().default(false),
  /** The links beside the sections in the menu and at the foot; null for those that come with the house. */
  menu: z
    .array(z.object({ label: z.string().min(1).max(40), address: z.string().max(500) }))
    .max(20)
    .nullable()
    .default(null),
  /** Where people reach the newsroom by mail; empty for nowhere. */
  contact: z.string().max(254).default(''),
  /** Whether those who write for the paper must show a second factor. */
  isSecondFactorRequired: z.boolean().default(true),
})

export type Site = z.infer<typeof siteSchema>

export type SectionSummary = {
  id: number
  slug: string
  name: string
  description: string
  kind: 'news' | 'opinion'
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
