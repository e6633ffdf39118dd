'use client'

import { createContext, type ReactNode, useActionState, useContext } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { TextArea } from '@/app/_components/newsroom/form-field'
import { addNoteAction } from '@/lib/articles/editing/note-actions'
import { NEW_FORM } from '@/lib/form-state'

const FORM = 'add-note'
const Left = createContext({ state: NEW_FORM, isPending: false })

/** The form by which a note is left, behind what its fields stand in: a form stands in no other. */
export function WithNoteForm({ articleId, children }: { articleId: number; children: ReactNode }) {
  const [state, add, isPending] = useActionState(addNoteAction, NEW_FORM)
  return (
    <Left value={{ state, isPending }}>
      {children}
      <form id={FORM} action={add} hidden>
        <input type="hidden" name="article" value={articleId} />
      </form>
    </Left>
  )
}

/** What a note about the text is left with. */
export function NoteFields() {
  const { state, isPending } = useContext(Left)
  const { errors, values } = state
  return (
    <div className="desk-form" key={JSON.stringify(values)}>
      <TextArea
        form={FORM}
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
        form={FORM}
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
        <Button form={FORM} disabled={isPending}>
          Add note
        </Button>
      </p>
    </div>
  )
}
