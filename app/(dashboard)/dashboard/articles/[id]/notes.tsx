import { Badge } from '@/app/_components/newsroom/badge'
import { Button } from '@/app/_components/newsroom/button'
import { Part } from '@/app/_components/newsroom/page-head'
import { settleNoteAction } from '@/lib/articles/editing/note-actions'
import type { Note } from '@/lib/articles/editing/note-queries'
import { formatMoment, type Place } from '@/lib/dates'
import { NoteForm } from './note-form'

/** What colleagues say to each other about the text. Readers never see it. */
export function Notes({ articleId, notes, place }: { articleId: number; notes: Note[]; place: Place }) {
  const open = notes.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <div id="notes">
      <Part
        title="Notes"
        intro={`For colleagues; readers never see them. ${open === 1 ? '1 is' : `${open} are`} open.`}
      >
        {notes.length > 0 && (
          <ul className="editor-notes">
            {notes.map((note) => (
              <li key={note.id}>
                <p className="desk-meta">
                  <strong>{note.by}</strong>{' '}
                  <time dateTime={note.at.toISOString()}>{formatMoment(note.at, place)}</time>{' '}
                  {note.resolvedAt && <Badge tone="success">{`Resolved by ${note.resolvedBy}`}</Badge>}
                </p>
                {note.quote && <blockquote>{note.quote}</blockquote>}
                <p className="editor-note">{note.body}</p>
                <form action={settleNoteAction}>
                  <input type="hidden" name="article" value={articleId} />
                  <input type="hidden" name="note" value={note.id} />
                  <Button isSmall look="quiet" name="do" value={note.resolvedAt ? 'reopen' : 'resolve'}>
                    {note.resolvedAt ? 'Reopen' : 'Resolve'}
                    <span className="unseen"> the note of {note.by}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <NoteForm articleId={articleId} />
      </Part>
    </div>
  )
}
