'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextArea } from '@/app/_components/newsroom/form-field'
import { addNoteAction } from '@/lib/articles/editing/note-actions'
import { NEW_FORM } from '@/lib/form-state'

/** Leaves a note about the text. */
export function NoteForm({ articleId }: { articleId: number }) {
  const [{ errors, values }, add, isPending] = useActionState(addNoteAction, NEW_FORM)
  return (
    <form action={add} className="desk-form" key={JSON.stringify(values)}>
      <input type="hidden" name="article" value={articleId} />
      <TextArea
        name="quote"
        label="About these words"
        rows={2}
        maxLength={500}
        id="note-quote"
        defaultValue={values.quote}
        error={errors.quote}
        isOptional
      />
      <TextArea
        name="body"
        label="Note"
        rows={3}
        maxLength={4000}
        id="note-body"
        defaultValue={values.body}
        error={errors.body}
        required
      />
      <p>
        <Button disabled={isPending}>Add note</Button>
      </p>
    </form>
  )
}
