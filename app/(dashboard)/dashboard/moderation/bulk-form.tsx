'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import type { KeptWords } from '@/lib/moderation/kept-words'
import type { QueuePlace } from '@/lib/moderation/queue'
import { decideManyAction } from '@/lib/moderation/queue-actions'
import { PlaceFields, REASONS, RejectByEnter } from './decision-form'

/** What the checkboxes of the list belong to. */
export const BULK_FORM = 'bulk'

type Props = {
  place: QueuePlace
  /** What was written for the authors of comments that were left alone; null for nothing. */
  kept: KeptWords | null
}

/** One decision on every comment of the list that is marked. */
export function BulkForm({ place, kept }: Props) {
  const [{ errors, values }, decide, isPending] = useActionState(decideManyAction, NEW_FORM)
  const { reason, words } = { ...kept, ...values }
  return (
    <form action={decide} id={BULK_FORM} className="queue-bulk" aria-label="Marked comments" noValidate>
      <ErrorSummary errors={errors.words ? { 'bulk-words': errors.words } : errors} />
      <RejectByEnter isPending={isPending} />
      <PlaceFields place={place} />
      <p className="queue-bulk-title">Marked comments</p>
      <MarkAll />
      <Button isSmall name="decision" value="approve" disabled={isPending}>
        Approve marked
      </Button>
      <Button isSmall name="decision" value="spam" disabled={isPending}>
        Spam, all marked
      </Button>
      <Button isSmall name="decision" value="escalate" disabled={isPending}>
        Escalate marked
      </Button>
      <details className="desk-more" open={Boolean(words) || undefined}>
        <summary>Reject marked</summary>
        <div className="queue-decision">
          <SelectField
            name="reason"
            id="bulk-reason"
            label="Why"
            options={REASONS}
            defaultValue={reason}
            key={`reason ${reason}`}
          />
          <TextField
            name="words"
            id="bulk-words"
            label="What their authors are told besides"
            isOptional
            error={errors.words}
            defaultValue={words}
            key={`words ${words}`}
            maxLength={300}
          />
          <Button isSmall look="danger" name="decision" value="reject" disabled={isPending}>
            Reject marked
          </Button>
        </div>
      </details>
    </form>
  )
}

/** Marks every comment of the list, or none: without it each is marked by itself. */
function MarkAll() {
  const mark = (isMarked: boolean) => {
    for (const box of document.querySelectorAll<HTMLInputElement>(`input[form="${BULK_FORM}"]`)) box.checked = isMarked
  }
  return (
    <label className="queue-mark-all" hidden suppressHydrationWarning ref={(label) => label?.removeAttribute('hidden')}>
      <input type="checkbox" onChange={(event) => mark(event.target.checked)} />
      All on this page
    </label>
  )
}
