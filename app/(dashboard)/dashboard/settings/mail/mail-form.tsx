'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { Notice } from '@/app/_components/newsroom/notice'
import { NEW_FORM } from '@/lib/form-state'
import { testMailAction } from '@/lib/site/settings-actions'

/** Sends a mail, and shows what became of it. */
export function MailForm() {
  const [{ errors, values }, send, isPending] = useActionState(testMailAction, NEW_FORM)
  return (
    <form action={send} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      {values.outcome && <Notice tone="success">{values.outcome}</Notice>}
      <TextField
        name="to"
        type="email"
        label="To"
        defaultValue={values.to}
        error={errors.to}
        autoComplete="email"
        maxLength={254}
        required
      />
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          {isPending ? 'Sending…' : 'Send a test mail'}
        </Button>
      </div>
    </form>
  )
}
