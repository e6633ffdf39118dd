'use client'

import { useActionState } from 'react'
import { Button } from '@/app/_components/newsroom/button'
import { ErrorSummary } from '@/app/_components/newsroom/error-summary'
import { SelectField, TextField } from '@/app/_components/newsroom/form-field'
import { NEW_FORM } from '@/lib/form-state'
import { decideAction } from '@/lib/moderation/queue-actions'

type Props = { commentId: number; revision: number; tab: string; signature: string }

const REASONS = [
  { value: '', label: 'Choose' },
  { value: 'abuse', label: 'Abuse' },
  { value: 'off-topic', label: 'Off topic' },
  { value: 'spam', label: 'Spam' },
  { value: 'privacy', label: 'Privacy' },
  { value: 'illegal', label: 'Illegal' },
  { value: 'other', label: 'Other' },
]

/** What can be made of a comment; the reason and the words are for a rejection. */
export function DecisionForm({ commentId, revision, tab, signature }: Props) {
  const [{ errors, values }, decide, isPending] = useActionState(decideAction, NEW_FORM)
  const about = <span className="unseen"> the comment of {signature}</span>
  return (
    <form action={decide} className="queue-decision" noValidate>
      <ErrorSummary errors={errors.words ? { [`words-${commentId}`]: errors.words } : errors} />
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="tab" value={tab} />
      <Button isSmall name="decision" value="approve" disabled={isPending}>
        <span>Approve{about}</span>
      </Button>
      <Button isSmall name="decision" value="spam" disabled={isPending}>
        <span>Spam{about}</span>
      </Button>
      <SelectField
        name="reason"
        id={`reason-${commentId}`}
        label="Reason"
        options={REASONS}
        defaultValue={values.reason}
      />
      <TextField
        name="words"
        id={`words-${commentId}`}
        label="What the author is told besides"
        isOptional
        error={errors.words}
        defaultValue={values.words}
        maxLength={300}
      />
      <Button isSmall look="danger" name="decision" value="reject" disabled={isPending}>
        <span>Reject{about}</span>
      </Button>
    </form>
  )
}

/** Takes the last decision back: the comment waits again. */
export function UndoForm({ commentId, revision, tab }: Omit<Props, 'signature'>) {
  const [{ errors }, undo, isPending] = useActionState(decideAction, NEW_FORM)
  return (
    <form action={undo}>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="tab" value={tab} />
      <Button isSmall name="decision" value="reopen" disabled={isPending}>
        Undo
      </Button>
    </form>
  )
}
