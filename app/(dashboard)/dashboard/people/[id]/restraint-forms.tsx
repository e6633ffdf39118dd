'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextArea, TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { banAction, suspendAction } from '@/lib/people/people-actions'

/** Until when, and why. */
export function SuspendForm({ id }: { id: number }) {
  const [{ errors, values }, suspend, isPending] = useActionState(suspendAction, NEW_FORM)
  return (
    <form action={suspend} className="desk-form" noValidate>
      <ErrorSummary errors={renamed(errors, { reason: 'suspend-reason' })} />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="until"
        type="date"
        label="Until the end of"
        error={errors.until}
        defaultValue={values.until}
        required
      />
      <TextArea
        name="reason"
        id="suspend-reason"
        label="Why"
        hint="They are told it in these words."
        error={errors.reason}
        defaultValue={values.reason}
        maxLength={500}
        rows={2}
        required
      />
      <div className="desk-row">
        <Button disabled={isPending}>Suspend</Button>
      </div>
    </form>
  )
}

/** Why somebody is shut out. */
export function BanForm({ id, name }: { id: number; name: string }) {
  const [{ errors, values }, ban, isPending] = useActionState(banAction, NEW_FORM)
  return (
    <form action={ban} className="desk-form" noValidate>
      <ErrorSummary errors={renamed(errors, { reason: 'ban-reason' })} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="reason"
        id="ban-reason"
        label="Why"
        hint="They are told it in these words."
        error={errors.reason}
        defaultValue={values.reason}
        maxLength={500}
        rows={2}
        required
      />
      <div className="desk-row">
        <Button look="danger" disabled={isPending}>
          Ban {name}
        </Button>
      </div>
    </form>
  )
}

/** Errors by the id of the field, where a page has two fields of a name. */
function renamed(errors: Record<string, string>, ids: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([name, words]) => [ids[name] ?? name, words]))
}
