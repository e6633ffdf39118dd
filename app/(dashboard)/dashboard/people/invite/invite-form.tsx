'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { inviteAction } from '@/lib/people/people-actions'
import { PostFields } from '../post-fields'

/** Whom to invite, as what. It works without a script. */
export function InviteForm({ sections }: { sections: { id: number; name: string }[] }) {
  const [{ errors, values }, send, isPending] = useActionState(inviteAction, NEW_FORM)
  return (
    <form action={send} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        error={errors.email}
        defaultValue={values.email}
        autoComplete="off"
        maxLength={254}
        required
      />
      <PostFields role={values.role ?? 'author'} sectionIds={[]} sections={sections} errors={errors} />
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          Send invitation
        </Button>
      </div>
    </form>
  )
}
