'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { ToldReason } from '@/app/_components/newsroom/told-reason'
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
      <ToldReason id="suspend-reason" error={errors.reason} value={values.reason} />
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
      <ToldReason id="ban-reason" error={errors.reason} value={values.reason} />
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
