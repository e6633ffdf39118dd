'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { saveContactAction } from '@/lib/site/settings-actions'

/** Where people reach the newsroom by mail. */
export function ContactForm({ contact }: { contact: string }) {
  const [{ errors, values }, save, isPending] = useActionState(saveContactAction, NEW_FORM)
  return (
    <form action={save} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
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
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
