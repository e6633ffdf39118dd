'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { previewLinkAction } from '@/lib/articles/preview-actions'
import { NEW_FORM } from '@/lib/form-state'

const DAYS = [
  { value: '1', label: 'One day' },
  { value: '7', label: 'A week' },
  { value: '30', label: 'A month' },
]

/** Makes an address for somebody who has no account. */
export function PreviewLinkForm({ articleId }: { articleId: number }) {
  const [{ errors, values }, make, isPending] = useActionState(previewLinkAction, NEW_FORM)
  return (
    <form action={make} className="desk-form" key={JSON.stringify(values)}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="article" value={articleId} />
      <TextField
        name="note"
        label="For whom"
        hint="For the newsroom alone: the lawyer, the source."
        defaultValue={values.note}
        error={errors.note}
        isOptional
      />
      <SelectField
        name="days"
        label="It holds for"
        options={DAYS}
        defaultValue={values.days ?? '7'}
        error={errors.days}
      />
      <p>
        <Button look="primary" disabled={isPending}>
          Make a link
        </Button>
      </p>
    </form>
  )
}
