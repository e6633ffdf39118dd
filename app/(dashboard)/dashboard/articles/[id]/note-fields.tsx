'use client'

import { TextArea } from '@/app/_components/newsroom/form-field'
import { SendBehind, useFormBehind } from './form-behind'
import { NOTE_FORM } from './forms'

/** What a note about the text is left with. */
export function NoteFields() {
  const { errors, values } = useFormBehind(NOTE_FORM).state
  return (
    <div className="desk-form" key={JSON.stringify(values)}>
      <TextArea
        form={NOTE_FORM}
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
        form={NOTE_FORM}
        name="body"
        label="Note"
        rows={3}
        maxLength={4000}
        id="note-body"
        defaultValue={values.body}
        error={errors.body}
        required
      />
      <SendBehind id={NOTE_FORM}>Add note</SendBehind>
    </div>
  )
}
