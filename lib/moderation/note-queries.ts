import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sections } from '@/db/schema/articles'
import { personNotes } from '@/db/schema/moderation'
import { Refused, type Viewer } from '../people/viewer'
import { mayKeepNotes, moderatedSections } from './moderation-policy'
import { mayRemoveNote } from './note-commands'

export type PersonNote = {
  id: number
  body: string
  writer: string
  writtenAt: Date
  /** The section it is about; null for all of them. */
  section: string | null
  mayRemove: boolean
}

const MOST = 100

/**
 * What moderators noted about somebody, the latest first. Whoever is limited to sections sees what is about those, and
 * their own.
 *
 * @throws {Refused} when the viewer keeps no notes
 */
export async function listNotes(viewer: Viewer, personId: number): Promise<PersonNote[]> {
  if (!mayKeepNotes(viewer)) throw new Refused(viewer, 'read notes about people')
  const rows = await database()
    .select({ note: personNotes, section: sections.name })
    .from(personNotes)
    .leftJoin(sections, eq(sections.id, personNotes.sectionId))
    .where(and(eq(personNotes.personId, personId), shown(viewer)))
    .orderBy(desc(personNotes.writtenAt), desc(personNotes.id))
    .limit(MOST)
  return rows.map(({ note, section }) => {
    const { id, body, writer, writtenAt } = note
    return { id, body, writer, writtenAt, section, mayRemove: mayRemoveNote(viewer, note) }
  })
}

function shown(viewer: Viewer): SQL {
  const limits = moderatedSections(viewer)
  if (limits === null) return sql`1`
  return or(inArray(personNotes.sectionId, [...limits]), eq(personNotes.writtenBy, viewer.personId ?? 0)) as SQL
}
