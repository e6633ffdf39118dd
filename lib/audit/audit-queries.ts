import { and, asc, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { articles } from '@/db/schema/articles'
import { people } from '@/db/schema/people'
import { audit } from '@/db/schema/site'
import { contains } from '../contains'
import { type ListPage, listPage } from '../list-page'
import { Refused, type Viewer } from '../people/viewer'
import { getSite } from '../site/site-queries'
import { type AuditFilter, auditPeriod } from './audit-input'

export type AuditLine = {
  id: number
  at: Date
  actor: string
  personId: number | null
  action: string
  /** A kind and what identifies it, such as `article:12`. */
  subject: string
  /** What the subject is called now; null when it has no name, or is gone. */
  name: string | null
  detail: Record<string, unknown>
}

const LINES_A_PAGE = 50

/** How many lines of the log an export holds at most: what a spreadsheet still opens. */
export const MOST_EXPORTED = 100_000

/** Who may read what everyone did. */
export function mayReadAudit(viewer: Viewer): boolean {
  return viewer.role === 'admin'
}

function requireReader(viewer: Viewer): void {
  if (!mayReadAudit(viewer)) throw new Refused(viewer, 'read the audit log')
}

/** A page of the log, the latest first. @throws {Refused} when the viewer may not read it */
export async function listAudit(viewer: Viewer, filter: AuditFilter, page: number): Promise<ListPage<AuditLine>> {
  requireReader(viewer)
  const where = await matching(filter)
  return listPage(
    page,
    async () => (await database().select({ total: count() }).from(audit).where(where))[0]?.total ?? 0,
    ({ limit, offset }) => find(where, limit, offset),
    LINES_A_PAGE,
  )
}

/** The latest lines of the log that a filter finds, for an export. @throws {Refused} when the viewer may not read it */
export async function exportAudit(viewer: Viewer, filter: AuditFilter): Promise<AuditLine[]> {
  requireReader(viewer)
  return find(await matching(filter), MOST_EXPORTED, 0)
}

/** Every action that was ever noted, for the choice of one. @throws {Refused} when the viewer may not read the log */
export async function auditActions(viewer: Viewer): Promise<string[]> {
  requireReader(viewer)
  const rows = await database().selectDistinct({ action: audit.action }).from(audit).orderBy(asc(audit.action))
  return rows.map(({ action }) => action)
}

async function matching({ person, action, subject, ...days }: AuditFilter): Promise<SQL> {
  const { from, until } = auditPeriod({ person, action, subject, ...days }, (await getSite()).zone)
  const conditions = [
    person === '' ? undefined : containing(person),
    action === '' ? undefined : or(eq(audit.action, action), beginning(audit.action, `${action}.`)),
    subject === '' ? undefined : or(eq(audit.subject, subject), beginning(audit.subject, `${subject}:`)),
    from && gte(audit.at, from),
    until && lt(audit.at, until),
  ].filter((condition): condition is SQL => Boolean(condition))
  // Never nothing: Drizzle drops what is undefined.
  return and(sql`true`, ...conditions) as SQL
}

/** The name as it was then contains it; a number is a person's own. */
function containing(text: string): SQL {
  const named = contains(audit.actor, text)
  return /^\d{1,9}$/.test(text) ? (or(eq(audit.personId, Number(text)), named) as SQL) : named
}

/** Begins with it: as a range, which an index answers. */
function beginning(column: typeof audit.action | typeof audit.subject, prefix: string): SQL {
  return and(gte(column, prefix), lt(column, `${prefix}\u{10FFFF}`)) as SQL
}

async function find(where: SQL, limit: number, offset: number): Promise<AuditLine[]> {
  const rows = await database()
    .select()
    .from(audit)
    .where(where)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit)
    .offset(offset)
  const names = await namesOf(rows.map(({ subject }) => subject))
  return rows.map((row) => ({ ...row, name: names.get(row.subject) ?? null }))
}

/** What the subjects of some lines are called now. */
async function namesOf(subjects: string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const ids of chunks(idsOf('article', subjects))) {
    const found = await database()
      .select({ id: articles.id, name: articles.headline })
      .from(articles)
      .where(inArray(articles.id, ids))
    for (const { id, name } of found) names.set(`article:${id}`, name)
  }
  for (const ids of chunks(idsOf('person', subjects))) {
    const found = await database()
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, ids))
    for (const { id, name } of found) names.set(`person:${id}`, name)
  }
  return names
}

function idsOf(kind: string, subjects: string[]): number[] {
  const ids = subjects
    .filter((subject) => subject.startsWith(`${kind}:`))
    .map((subject) => Number(subject.slice(kind.length + 1)))
  return [...new Set(ids.filter(Number.isSafeInteger))]
}

/** A statement takes a limited number of values. */
function chunks(ids: number[], size = 5000): number[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size))
}
