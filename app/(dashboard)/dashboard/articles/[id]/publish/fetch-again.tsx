'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { fetchAgainAction } from '@/lib/articles/publish-actions'
import { NEW_FORM } from '@/lib/form-state'

/** Has every address of the last receipt fetched once more. */
export function FetchAgain({ articleId }: { articleId: number }) {
  const [{ errors }, fetchAgain, isPending] = useActionState(fetchAgainAction, NEW_FORM)
  return (
    <form action={fetchAgain}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="article" value={articleId} />
      <Button disabled={isPending}>{isPending ? 'Fetching…' : 'Fetch them again'}</Button>
    </form>
  )
}
