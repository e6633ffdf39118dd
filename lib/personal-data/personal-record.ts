import { and, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { columnsOf, type Reference, referencesTo } from '@/db/references'
import { articles, sections } from '@/db/schema/articles'
import { mutes } from '@/db/schema/comments'
import { mails } from '@/db/schema/mails'
import { people } from '@/db/schema/people'
import { isPublic } from '../articles/article-policy'
import { paths } from '../paths'
import { followedBy } from '../saved/follow-queries'
import { PERSONAL_TABLES, SECRET_COLUMN } from './personal-tables'

export type RecordRow = Record<string, unknown>

/** One kind of thing that is known of a person. */
export type RecordPart = { title: string; rows: RecordRow[] }

/** Everything that is known of a person. */
export type PersonalRecord = { madeAt: Date; site: string; parts: RecordPart[] }

/** How many rows of a kind are packed; the rest of what nobody ever had is not worth running out of memory for. */
const MOST_ROWS = 200_000

/** Gathers everything that is known of a person. @returns null when there is no such one */
export async function gatherRecord(personId: number, siteUrl: string): Promise<PersonalRecord | null> {
  const [person] = await database().select().from(people).where(eq(people.id, personId))
  if (!person) return null
  const parts: RecordPart[] = [{ title: 'Account', rows: [withoutSecrets(person)] }]
  for (const reference of references()) {
    const kept = PERSONAL_TABLES[reference.name]
    if (!kept || !('title' in kept)) continue
    parts.push({ title: kept.title, rows: await rowsOf(reference, personId, kept.without ?? []) })
  }
  parts.push({ title: 'Mails to you in the last month', rows: await mailsTo(person.email) })
  for (const part of parts) part.rows = await withArticles(part.rows, siteUrl)
  return { madeAt: new Date(), site: siteUrl, parts: parts.filter(({ rows }) => rows.length > 0) }
}

/** In the order of the list, which is the one that a person would look for things in. */
function references(): Reference[] {
  const order = Object.keys(PERSONAL_TABLES)
  return referencesTo(people).sort((left, right) => order.indexOf(left.name) - order.indexOf(right.name))
}

/** What is told better by its name than by the number of a row. */
const BY_NAME: Record<string, (personId: number) => Promise<RecordRow[]>> = {
  'follows.person_id': followedBy,
  'mutes.person_id': (personId) =>
    database()
      .select({ name: people.name, createdAt: mutes.createdAt })
      .from(mutes)
      .innerJoin(people, eq(people.id, mutes.mutedId))
      .where(eq(mutes.personId, personId)),
}

async function rowsOf({ name, table, column }: Reference, personId: number, without: string[]): Promise<RecordRow[]> {
  const byName = BY_NAME[name]
  if (byName) return byName(personId)
  const others = new Set(referencesTo(people).map((reference) => reference.column))
  const named = Object.entries(columnsOf(table)).filter(
    ([key, one]) => !others.has(one) && !without.includes(key) && !SECRET_COLUMN.test(key),
  )
  return database().select(Object.fromEntries(named)).from(table).where(eq(column, personId)).limit(MOST_ROWS)
}

function withoutSecrets(row: RecordRow): RecordRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !SECRET_COLUMN.test(name) && name !== 'mailbox'))
}

async function mailsTo(email: string): Promise<RecordRow[]> {
  const { subject, createdAt, sentAt } = mails
  return database().select({ subject, createdAt, sentAt }).from(mails).where(eq(mails.recipient, email))
}

const AT_ONCE = 500

/** Rows that speak of an article say which, where readers may know it. */
async function withArticles(rows: RecordRow[], siteUrl: string): Promise<RecordRow[]> {
  const ids = [...new Set(rows.flatMap(({ articleId }) => (typeof articleId === 'number' ? [articleId] : [])))]
  const known = new Map<number, RecordRow>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const found = await database()
      .select({ id: articles.id, headline: articles.headline, slug: articles.slug, section: { slug: sections.slug } })
      .from(articles)
      .innerJoin(sections, eq(sections.id, articles.sectionId))
      .where(and(inArray(articles.id, ids.slice(from, from + AT_ONCE)), isPublic(new Date())))
    for (const { id, headline, ...place } of found) known.set(id, { headline, address: siteUrl + paths.article(place) })
  }
  return rows.map((row) => {
    const article = typeof row.articleId === 'number' ? known.get(row.articleId) : undefined
    return article ? { ...row, article } : row
  })
}
