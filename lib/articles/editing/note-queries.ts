import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { database } from '@/db/client'
import { articleNotes } from '@/db/schema/editing'
import { people } from '@/db/schema/people'
import { Refused, type Viewer } from '../../people/viewer'
import { mayOpen } from '../article-policy'
import { findRow } from '../article-record'
import { standingOf } from '../authority'

export type Note = {
  id: number
  quote: string
  body: string
  by: string
  at: Date
  resolvedAt: Date | null
  resolvedBy: string | null
}

/** The notes on an article, oldest first, the open ones before the others. @throws {Refused} */
export async function listNotes(viewer: Viewer, articleId: number): Promise<Note[]> {
  const db = database()
  const row = await findRow(db, articleId)
  if (!mayOpen(viewer, await standingOf(db, viewer, row))) throw new Refused(viewer, `read the notes of ${articleId}`)
  const resolver = alias(people, 'resolver')
  const rows = await db
    .select({ note: articleNotes, by: people.name, resolvedBy: resolver.name })
    .from(articleNotes)
    .leftJoin(people, eq(people.id, articleNotes.personId))
    .leftJoin(resolver, eq(resolver.id, articleNotes.resolvedBy))
    .where(eq(articleNotes.articleId, articleId))
    .orderBy(sql`${articleNotes.resolvedAt} is not null`, asc(articleNotes.createdAt))
  return rows.map(({ note, by, resolvedBy }) => ({
    ...{ id: note.id, quote: note.quote, body: note.body, by: by ?? 'Somebody who left', at: note.createdAt },
    ...{ resolvedAt: note.resolvedAt, resolvedBy },
  }))
}
