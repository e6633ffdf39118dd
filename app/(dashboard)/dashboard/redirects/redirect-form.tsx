'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { addRedirectAction } from '@/lib/site/redirect-actions'

/** Says where an old address leads. @param from the address that is filled in */
export function RedirectForm({ from }: { from: string }) {
  const [{ errors, values }, add, isPending] = useActionState(addRedirectAction, NEW_FORM)
  return (
    <form action={add} className="desk-form" key={JSON.stringify(values)} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        name="from"
        label="Old address"
        hint="A path of this site: /2019/05/old-address."
        defaultValue={values.from ?? from}
        error={errors.from}
        spellCheck={false}
        required
      />
      <TextField
        name="to"
        label="Leads to"
        hint="A path where there is a page."
        defaultValue={values.to}
        error={errors.to}
        spellCheck={false}
        required
      />
      <p>
        <Button look="primary" disabled={isPending}>
          Add
        </Button>
      </p>
    </form>
  )
}
