import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { settleNoteAction } from '@/lib/articles/editing/note-actions'
import type { Note } from '@/lib/articles/editing/note-queries'
import { formatMoment, type Place } from '@/lib/dates'
import { NoteFields } from './note-fields'
import { Panel } from './panel'

/** What colleagues say to each other about the text. Readers never see it. @param isOpen something was just done here */
export function Notes({ notes, place, isOpen }: { notes: Note[]; place: Place; isOpen: boolean }) {
  const open = notes.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <Panel
      title="Notes"
      mark={open > 0 ? { count: open, words: `${open} open`, tone: 'info' } : null}
      id="notes"
      isOpen={isOpen}
    >
      <p className="desk-hint">For colleagues; readers never see them.</p>
      {notes.length > 0 && (
        <ul className="editor-notes">
          {notes.map((note) => (
            <li key={note.id}>
              <p className="desk-meta">
                <strong>{note.by}</strong> <time dateTime={note.at.toISOString()}>{formatMoment(note.at, place)}</time>{' '}
                {note.resolvedAt && <Badge tone="success">{`Resolved by ${note.resolvedBy}`}</Badge>}
              </p>
              {note.quote && <blockquote>{note.quote}</blockquote>}
              <p className="editor-note">{note.body}</p>
              <p>
                <Button
                  isSmall
                  look="quiet"
                  form={formOf(note)}
                  name="do"
                  value={note.resolvedAt ? 'reopen' : 'resolve'}
                >
                  {note.resolvedAt ? 'Reopen' : 'Resolve'}
                  <span className="unseen"> the note of {note.by}</span>
                </Button>
              </p>
            </li>
          ))}
        </ul>
      )}
      <NoteFields />
    </Panel>
  )
}

/** The forms by which notes are dealt with. A form stands in no other: these stand behind that of the article. */
export function NoteForms({ articleId, notes }: { articleId: number; notes: Note[] }) {
  return notes.map((note) => (
    <form key={note.id} id={formOf(note)} action={settleNoteAction} hidden>
      <input type="hidden" name="article" value={articleId} />
      <input type="hidden" name="note" value={note.id} />
    </form>
  ))
}

function formOf({ id }: Note): string {
  return `note-${id}`
}
