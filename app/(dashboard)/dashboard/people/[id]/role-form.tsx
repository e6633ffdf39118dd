'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { NEW_FORM } from '@/lib/form-state'
import { giveRoleAction } from '@/lib/people/people-actions'
import { PostFields } from '../post-fields'

type RoleFormProps = { id: number; role: string; sectionIds: string[]; sections: { id: number; name: string }[] }

/** What somebody may do here. */
export function RoleForm({ id, role, sectionIds, sections }: RoleFormProps) {
  const [{ errors, values }, give, isPending] = useActionState(giveRoleAction, NEW_FORM)
  return (
    <form action={give} className="desk-form">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="id" value={id} />
      <PostFields role={values.role ?? role} sectionIds={sectionIds} sections={sections} errors={errors} />
      <div className="desk-row">
        <Button disabled={isPending}>Save role</Button>
        <p className="desk-hint">Whoever gets another role is signed out and signs in anew.</p>
      </div>
    </form>
  )
}
