import type { ReactNode } from 'react'
import type { FormState } from '@/lib/form-state'
import { Button } from './button'
import { ErrorSummary } from './error-summary'

type Props = {
  /** Sends it, as `useActionState` gives it. */
  save: (form: FormData) => void
  errors: FormState['errors']
  isPending: boolean
  children: ReactNode
}

/** Fields that are saved together: above them what is wrong, below them the button. */
export function SaveForm({ save, errors, isPending, children }: Props) {
  return (
    <form action={save} className="desk-form" noValidate>
      <ErrorSummary errors={errors} />
      {children}
      <div className="desk-row">
        <Button look="primary" disabled={isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
