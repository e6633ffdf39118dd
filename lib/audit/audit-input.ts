import { z } from 'zod'
import { zonedToDate } from '../dates'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const text = z.string().trim().max(120)

/** What lines of the log are looked for; whatever cannot be read is left out. */
const auditFilterSchema = z.object({
  person: text.catch(''),
  action: text.catch(''),
  subject: text.catch(''),
  from: day.catch(''),
  until: day.catch(''),
})

export type AuditFilter = z.output<typeof auditFilterSchema>

type Parameters = Record<string, string | string[] | undefined>

/** The filter that an address asks for. */
export function auditFilterFrom(parameters: Parameters): AuditFilter {
  const { person = '', action = '', subject = '', from = '', until = '' } = parameters
  return auditFilterSchema.parse({ person, action, subject, from, until })
}

/** The parameters of an address that ask for a filter and a page of it. */
export function auditParameters(filter: AuditFilter, page = 1): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '')
  const all = new URLSearchParams([...given, ...(page > 1 ? [['page', String(page)]] : [])])
  return all.size > 0 ? `?${all}` : ''
}

/** The moments that a filter's days begin and end at, as the newsroom's clock has them. */
export function auditPeriod({ from, until }: AuditFilter, zone: string): { from: Date | null; until: Date | null } {
  return {
    from: from === '' ? null : zonedToDate(`${from}T00:00:00`, zone),
    until: until === '' ? null : nextDay(until, zone),
  }
}

function nextDay(day: string, zone: string): Date | null {
  const noon = zonedToDate(`${day}T12:00:00`, zone)
  if (!noon) return null
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return zonedToDate(`${next}T00:00:00`, zone)
}
