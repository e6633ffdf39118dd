'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { TextField } from '@/app/_components/newsroom/form-field'
import { ToldReason } from '@/app/_components/newsroom/told-reason'
import { NEW_FORM } from '@/lib/form-state'
import { shutOutAction } from '@/lib/moderation/person-actions'
import type { QueuePlace } from '@/lib/moderation/queue'
import { Key, PlaceFields } from './decision-form'

type Props = { person: { id: number; name: string }; commentId: number; place: QueuePlace }

/** Suspends or bans whoever wrote a comment, because of it. */
export function ShutOutForm({ person: { id, name }, commentId, place }: Props) {
  const [{ errors, values }, send, isPending] = useActionState(shutOutAction, NEW_FORM)
  const told = Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [field === 'form' ? field : `shut-out-${field}`, words]),
  )
  return (
    <details className="desk-more item-shut-out" open={Object.keys(errors).length > 0 || undefined}>
      <summary>
        Suspend or ban {name}
        <Key letter="b" />
      </summary>
      <form action={send} className="desk-form" noValidate>
        <ErrorSummary errors={told} />
        <PlaceFields place={place} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="comment" value={commentId} />
        <ToldReason id="shut-out-reason" error={errors.reason} value={values.reason} />
        <TextField
          name="until"
          id="shut-out-until"
          type="date"
          label="Suspended until the end of"
          error={errors.until}
          defaultValue={values.until}
        />
        <div className="desk-row">
          <Button isSmall name="how" value="suspend" disabled={isPending}>
            Suspend until then
          </Button>
          <Button isSmall look="danger" name="how" value="ban" disabled={isPending}>
            Ban for good
          </Button>
        </div>
      </form>
    </details>
  )
}
