'use client'

import { useActionState } from 'react'
import { TextField } from '@/app/_components/newsroom/form-field'
import { SaveForm } from '@/app/_components/newsroom/save-form'
import { NEW_FORM } from '@/lib/form-state'
import { saveContactAction } from '@/lib/site/settings-actions'

/** Where people reach the newsroom by mail. */
export function ContactForm({ contact }: { contact: string }) {
  const [{ errors, values }, save, isPending] = useActionState(saveContactAction, NEW_FORM)
  return (
    <SaveForm save={save} errors={errors} isPending={isPending}>
      <TextField
        name="contact"
        type="email"
        label="Contact address"
        hint="Answers to mails go here, and whoever is suspended or banned is told it. Without one, nobody is promised an answer."
        defaultValue={values.contact ?? contact}
        error={errors.contact}
        maxLength={254}
        isOptional
      />
    </SaveForm>
  )
}
