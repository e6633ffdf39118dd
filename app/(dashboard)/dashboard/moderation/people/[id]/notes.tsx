import { Part } from '@/app/_components/newsroom/page-head'
import { formatMoment, type Place } from '@/lib/dates'
import type { PersonNote } from '@/lib/moderation/note-queries'
import { NoteForm, RemoveNoteForm } from './note-forms'

type Props = {
  id: number
  notes: PersonNote[]
  /** What a note can be about: the viewer's sections, and every one where they are not limited. */
  about: { value: string; label: string }[]
  place: Place
}

/** What moderators wrote down about somebody, and the form for more. */
export function Notes({ id, notes, about, place }: Props) {
  return (
    <Part title="Notes" intro="For moderators. They are in the copy of their data that a person can ask for.">
      <div id="notes">
        {notes.length === 0 ? (
          <p className="desk-meta">No notes.</p>
        ) : (
          <ol className="record-notes">
            {notes.map((note) => (
              <li key={note.id}>
                <p className="record-body" dir="auto">
                  {note.body}
                </p>
                <div className="record-note-foot">
                  <p className="desk-meta">
                    {note.writer},{' '}
                    <time dateTime={note.writtenAt.toISOString()}>{formatMoment(note.writtenAt, place)}</time>
                    {note.section && ` · ${note.section}`}
                  </p>
                  {note.mayRemove && <RemoveNoteForm id={id} note={note.id} />}
                </div>
              </li>
            ))}
          </ol>
        )}
      </div>
      <NoteForm id={id} about={about} />
    </Part>
  )
}
