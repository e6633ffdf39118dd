import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Rules, rulesSchema } from './rules'

export const LONGEST_LIST = 2000
const LONGEST_ENTRY = 100

/** The rules with both lists, as they are rehearsed and saved together. */
export type RuleSet = { rules: Rules; banned: string[]; suspect: string[] }

/** Entries one a line, each once; empty lines are none. */
const list = z
  .string()
  .default('')
  .transform((text, context) => {
    const entries = [
      ...new Set(
        text
          .split(/[\r\n]+/)
          .map((line) => line.normalize('NFC').trim())
          .filter(Boolean),
      ),
    ]
    const tooLong = entries.find((entry) => entry.length > LONGEST_ENTRY)
    const empty = entries.find((entry) => !/[\p{L}\p{N}]/u.test(entry))
    const blame = (message: string) => context.addIssue({ code: 'custom', message })
    if (entries.length > LONGEST_LIST)
      blame(
        `A list has up to ${LONGEST_LIST.toLocaleString('en')} entries; these are ${entries.length.toLocaleString('en')}.`,
      )
    if (tooLong) blame(`“${tooLong.slice(0, 40)}…” has more than ${LONGEST_ENTRY} characters.`)
    if (entries.some((entry) => /\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(entry)))
      blame('A list holds plain text, without signs that cannot be seen.')
    if (empty) blame(`“${empty}” has no letter and no figure: nothing would be found by it.`)
    return entries
  })

/** A number in a form. What is not written in figures is none: an emptied field must not switch a rule off. */
const numberIn = (text: unknown) =>
  typeof text === 'string' && /^\d{1,6}(?:\.\d{1,3})?$/.test(text.trim()) ? Number(text) : Number.NaN

/** The same where an empty field means that there is no rule. */
const optional = (text: unknown) => (typeof text !== 'string' || text.trim() === '' ? null : numberIn(text))

/** The form of the rules: what `rulesSchema` holds, as strings, with shares in per cent. */
export const ruleFormSchema = z
  .object({ banned: list, suspect: list, base: z.string().default('') })
  .loose()
  .transform(({ banned, suspect, base, ...form }, context): RuleSet & { base: string } => {
    const share = (name: string) => {
      const number = optional(form[name])
      return number === null ? null : number / 100
    }
    const parsed = rulesSchema.safeParse({
      ...{
        maximumLength: numberIn(form.maximumLength),
        perMinute: numberIn(form.perMinute),
        perHour: numberIn(form.perHour),
      },
      ...{ repeatHours: numberIn(form.repeatHours), firstComments: numberIn(form.firstComments) },
      ...{ bannedWords: form.bannedWords, suspectWords: form.suspectWords, maximumLinks: optional(form.maximumLinks) },
      ...{ rejectedShare: share('rejectedShare'), recordDays: numberIn(form.recordDays) },
      ...{ recordMinimum: numberIn(form.recordMinimum), spamThreshold: share('spamThreshold') },
      ...{ spamMinimum: numberIn(form.spamMinimum), holdEverything: form.holdEverything === 'on' },
    })
    if (parsed.success) return { rules: parsed.data, banned, suspect, base }
    for (const issue of parsed.error.issues)
      context.addIssue({ code: 'custom', path: issue.path.map(String), message: wordsOf(issue, String(issue.path[0])) })
    return z.NEVER
  })

const SHARES = new Set(['rejectedShare', 'spamThreshold'])

function wordsOf(issue: { code?: string; minimum?: unknown; maximum?: unknown }, field: string): string {
  const limit = (value: unknown) =>
    SHARES.has(field) ? `${Number(value) * 100} %` : Number(value).toLocaleString('en')
  if (issue.code === 'too_small') return `At least ${limit(issue.minimum)}.`
  if (issue.code === 'too_big') return `At most ${limit(issue.maximum)}.`
  return SHARES.has(field) ? 'Give a share in per cent, or nothing.' : 'Give a whole number.'
}

/** What tells one set of rules from another: a form that was opened on another one is out of date. */
export function markOf({ rules, banned, suspect }: RuleSet): string {
  const sorted = Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1))
  const whole = JSON.stringify([sorted, [...banned].sort(), [...suspect].sort()])
  return createHash('sha256').update(whole).digest('hex').slice(0, 16)
}
