'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextArea } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { removeNoteAction, writeNoteAction } from '@/lib/moderation/note-actions'

type NoteFormProps = { id: number; about: { value: string; label: string }[] }

/** What is to be noted, and which section it is about. */
export function NoteForm({ id, about }: NoteFormProps) {
  const [{ errors, values }, send, isPending] = useActionState(writeNoteAction, NEW_FORM)
  return (
    <form action={send} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="note"
        label="New note"
        error={errors.note}
        defaultValue={values.note}
        maxLength={2000}
        rows={3}
        required
      />
      <SelectField
        key={values.sectionId}
        name="sectionId"
        label="About"
        error={errors.sectionId}
        defaultValue={values.sectionId}
        options={about}
      />
      <div className="desk-row">
        <Button disabled={isPending}>Add note</Button>
      </div>
    </form>
  )
}

/** Takes one's own note away. */
export function RemoveNoteForm({ id, note }: { id: number; note: number }) {
  const [{ errors }, send, isPending] = useActionState(removeNoteAction, NEW_FORM)
  return (
    <form action={send}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="note" value={note} />
      <Button look="quiet" isSmall disabled={isPending} aria-label={`Remove note ${note}`}>
        Remove
      </Button>
    </form>
  )
}
