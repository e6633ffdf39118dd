import { eq } from 'drizzle-orm'
import { sections } from '@/db/schema/articles'
import { personNotes } from '@/db/schema/moderation'
import { people } from '@/db/schema/people'
import { audit } from '../audit/audit-commands'
import { PersonRefused } from '../people/person-refused'
import { Refused, type Viewer } from '../people/viewer'
import { write } from '../write'
import { isWithinLimits, mayKeepNotes } from './moderation-policy'
import type { NoteInput } from './note-input'

/**
 * Notes something about somebody for other moderators. The log has that it was done, and not the words: they go when the
 * account goes.
 *
 * @throws {Refused} when the viewer may not, there or anywhere
 * @throws {PersonRefused} when there is no such person or section
 */
export async function writeNote(viewer: Viewer, personId: number, { note, sectionId }: NoteInput): Promise<void> {
  await write(async (tx) => {
    if (!mayKeepNotes(viewer) || !isWithinLimits(viewer, sectionId)) throw new Refused(viewer, 'note that about people')
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
    if (!person) throw new PersonRefused('There is no such person any more.')
    if (sectionId !== null) {
      const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.id, sectionId))
      if (!section) throw new PersonRefused('There is no such section any more.')
    }
    const row = { personId, sectionId, body: note, writtenBy: viewer.personId, writer: viewer.name }
    const [made] = await tx.insert(personNotes).values(row).returning({ id: personNotes.id })
    const detail = { note: made?.id, ...(sectionId !== null && { section: sectionId }) }
    await audit(tx, viewer, { action: 'person.note', subject: `person:${personId}`, detail })
  })
}

/**
 * Takes a note away: its writer, or an admin.
 *
 * @throws {Refused} when the viewer may not
 * @throws {PersonRefused} when it is gone already
 */
export async function removeNote(viewer: Viewer, personId: number, noteId: number): Promise<void> {
  await write(async (tx) => {
    if (!mayKeepNotes(viewer)) throw new Refused(viewer, 'remove notes about people')
    const [note] = await tx.select().from(personNotes).where(eq(personNotes.id, noteId))
    if (!note || note.personId !== personId) throw new PersonRefused('That note is gone already.')
    if (!mayRemoveNote(viewer, note)) throw new Refused(viewer, `remove a note by ${note.writer}`)
    await tx.delete(personNotes).where(eq(personNotes.id, noteId))
    await audit(tx, viewer, { action: 'person.unnote', subject: `person:${personId}`, detail: { note: noteId } })
  })
}

/** May take a note away again. */
export function mayRemoveNote(viewer: Viewer, { writtenBy }: { writtenBy: number | null }): boolean {
  return viewer.role === 'admin' || (writtenBy !== null && writtenBy === viewer.personId)
}
